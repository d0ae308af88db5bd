import {
  exportQuery,
  withdrawQuery,
} from "../../admin/one2pays/withdraws/withdraw-query"
import { parse } from "../requests/list-query"

it("an empty query asks for the first page of all, the newest first", () => {
  expect(parse(withdrawQuery, {})).toEqual({
    order: { column: "created_at", direction: "desc" },
    limit: 20,
    offset: 0,
  })
})

it("takes texts and lists of texts, as a URL writes them", () => {
  expect(
    parse(withdrawQuery, {
      state: "paid",
      kind: ["payout", "refund"],
      issue: "open",
      created_from: "2026-11-21T00:00:00+07:00",
      created_to: "2026-11-22",
      q: "  สมศรี ",
      order: "-amount",
      limit: "100",
      offset: "40",
    })
  ).toEqual({
    state: ["paid"],
    kind: ["payout", "refund"],
    issue: "open",
    created_from: new Date("2026-11-20T17:00:00Z"),
    created_to: new Date("2026-11-22T16:59:59.999Z"),
    q: "สมศรี",
    order: { column: "amount", direction: "desc" },
    limit: 100,
    offset: 40,
  })
})

it("takes a day for one in Thailand, from its beginning to its end", () => {
  const { created_from, created_to } = parse(withdrawQuery, {
    created_from: "2026-11-21",
    created_to: "2026-11-21",
  })
  expect([created_from, created_to]).toEqual([
    new Date("2026-11-20T17:00:00.000Z"),
    new Date("2026-11-21T16:59:59.999Z"),
  ])
})

it.each([
  [{ state: "lost" }, "state: expected one or more of requires_approval"],
  [{ state: ["paid", "lost"] }, "state"],
  [{ kind: "gift" }, "kind"],
  [{ issue: "closed" }, "issue: expected one of open"],
  [{ limit: "0" }, "limit: expected a whole number from 1 to 100"],
  [{ limit: "101" }, "limit"],
  [{ limit: "2.5" }, "limit"],
  [{ limit: "all" }, "limit"],
  [{ offset: "-1" }, "offset"],
  [{ order: "account_sealed" }, "order: expected created_at"],
  [{ order: "amount desc; drop table" }, "order"],
  [{ order: ["amount"] }, "order"],
  [{ created_from: "1" }, "created_from: expected an ISO 8601 date"],
  [{ created_from: "" }, "created_from"],
  [{ created_to: "yesterday" }, "created_to"],
  [{ created_to: "2026-13-01" }, "created_to"],
  [{ q: ["a"] }, "q"],
  [{ q: "\u0000" }, "q: expected a text without NUL"],
  [{ order_id: { $ne: null } }, "order_id"],
  [{ account_number: "9876543210" }, "account_number: unknown field"],
])("%j is refused, and the field named", (query, message) => {
  expect(() => parse(withdrawQuery, query)).toThrow(message)
})

it("an export has no pages", () => {
  expect(parse(exportQuery, { state: "paid" })).toEqual({
    state: ["paid"],
    format: "csv",
    era: "ce",
  })
  expect(() => parse(exportQuery, { limit: "5" })).toThrow(
    "limit: unknown field"
  )
})
