import { keepPreviousData } from "@tanstack/react-query"
import type { renderIssue } from "../../api/admin/one2pays/issues/render-issue"
import { client } from "../client/client"
import type { Json } from "../client/json"
import { usePolled } from "../client/polling"

/** Money that needs, or needed, a person: it came, or it left. */
export type Issue = Json<ReturnType<typeof renderIssue>>

interface IssueList {
  issues: Issue[]
  count: number
}

/** Money fits, or does not, without anybody's doing. */
const REFRESH_MS = 10_000

export const useIssues = (query: Record<string, string | number>) =>
  usePolled<IssueList>(REFRESH_MS, {
    queryKey: ["one2pays", "issues", query],
    queryFn: () =>
      client.client.fetch<IssueList>("/admin/one2pays/issues", { query }),
    placeholderData: keepPreviousData,
  })
