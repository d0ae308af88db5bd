import { keepPreviousData } from "@tanstack/react-query"
import type { renderIssue } from "../../api/admin/one2pays/issues/render-issue"
import { client } from "../client/client"
import type { Json } from "../client/json"
import { usePolled } from "../client/polling"

/** A payment or withdraw that needs, or needed, a person. */
export type Issue = Json<ReturnType<typeof renderIssue>>

interface IssueAnswer {
  issues: Issue[]
  count: number
}

/** Issues come and go without staff. */
const REFRESH_MS = 10_000

export const useIssues = (query: Record<string, string | number>) =>
  usePolled<IssueAnswer>(REFRESH_MS, {
    queryKey: ["one2pays", "issues", query],
    queryFn: () =>
      client.client.fetch<IssueAnswer>("/admin/one2pays/issues", { query }),
    placeholderData: keepPreviousData,
  })
