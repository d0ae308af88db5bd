import { createHash } from "node:crypto"
import type { IssueNews } from "./announce"

/** The key of an issue's notice. The same kind of issue can come again for other money, and tells something else then. */
export const noticeKey = ({
  id,
  issue,
  detail,
}: Pick<IssueNews<string>, "id" | "issue" | "detail">): string =>
  `one2pays-${issue}-${id}-${createHash("sha256").update(detail).digest("hex").slice(0, 12)}`
