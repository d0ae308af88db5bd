import type { FetchError } from "@medusajs/js-sdk"
import { useMutation } from "@tanstack/react-query"
import type {
  ComparisonAnswer,
  StatementAnswer,
} from "../../api/admin/one2pays/statement/render-statement"
import { client } from "../client/client"
import type { Json } from "../client/json"
import { usePolled } from "../client/polling"

export type StatementView = Json<StatementAnswer>
export type StatementSums = StatementView["totals"]
export type Difference = ComparisonAnswer["differences"][number]

/** The statement of a month, such as 2026-11. */
export const useStatement = (month: string) =>
  usePolled<StatementView>(60_000, {
    queryKey: ["one2pays", "statement", month],
    queryFn: () =>
      client.client.fetch<StatementView>("/admin/one2pays/statement", {
        query: { month },
      }),
  })

interface Asked {
  month: string
  /** `next` of the answer before. */
  after?: string
}

/** Compares a month with the gateway's lists, a part at a time. */
export const useComparison = () =>
  useMutation<ComparisonAnswer, FetchError, Asked>({
    mutationFn: (body) =>
      client.client.fetch("/admin/one2pays/statement/compare", {
        method: "POST",
        body,
      }),
  })
