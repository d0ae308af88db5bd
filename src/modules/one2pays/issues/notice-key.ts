import { createHash } from "node:crypto"
import type { IssueNews } from "./announce"

/**
 * The key of an issue's notice. The same kind of issue can come again for other money, and tells something else then; and
 * the same issue is open again after a pay-back that failed.
 */
export const noticeKey = ({
  id,
  issue,
  detail,
  failed_pay_back,
}: Pick<
  IssueNews<string>,
  "id" | "issue" | "detail" | "failed_pay_back"
>): string =>
  `one2pays-${issue}-${id}-${createHash("sha256")
    .update(detail + (failed_pay_back ?? ""))
    .digest("hex")
    .slice(0, 12)}`
