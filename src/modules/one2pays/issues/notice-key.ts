import type { Event } from "@medusajs/framework/types"
import type { IssueNews } from "./announce"

/** The key of an issue's notice: one for each announcement, however often its event is handled. */
export const noticeKey = ({
  data: { id, issue },
  metadata,
}: Pick<Event<IssueNews<string>>, "data" | "metadata">): string =>
  `one2pays-${issue}-${id}-${String(metadata?.announced_at)}`
