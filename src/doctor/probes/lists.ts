import { BigNumber } from "bignumber.js"
import {
  dataOf,
  idOf,
  isRefusal,
  itemsOf,
  objectOf,
  statusOf,
  textOf,
  type Exchange,
  type JsonObject,
} from "../exchange"
import { finding, type Finding } from "../finding"
import { judgeShape } from "../judge-shape"
import { SHAPES, type Shape } from "../shapes"
import type { Probe, Visit } from "../visit"

const LARGEST_PAGE = 100

/** The shape of payments and their list: pages, order, filter, size of a page. */
export const payments: Probe = {
  name: "lists",
  async run(visit) {
    const all = await list(visit, "payments", { limit: "100" })
    const items = itemsOf(all)
    if (!items) {
      return [...judgeRefused(all), ...judgeList("GET /payments", all)]
    }
    const over = await list(visit, "payments", { limit: "101" })
    const none = await list(visit, "payments", { limit: "0" })
    const findings = [
      ...judgeList("GET /payments", all),
      ...judgeItems("payment", rowsOf(all), SHAPES.payment),
      ...judgeForms(items),
      judgeSize(all, over, none),
    ]
    if (items.length < 2) {
      return [...findings, finding("lists_short")]
    }
    const pages = await lookAtPages(visit)
    const oldest = await list(visit, "payments", {
      ...{ limit: "100", sortBy: "createdAt", sortOrder: "asc" },
    })
    const later = await list(visit, "payments", {
      ...{ limit: "1", dateFrom: inAYear(visit) },
    })
    return [...findings, pages, judgeOrder(items, oldest), judgeFilter(later)]
  },
}

/** A payment that comes meanwhile moves the first one to the second page, so that a repetition counts only twice. */
async function lookAtPages(visit: Visit): Promise<Finding> {
  const look = async () => {
    const first = await list(visit, "payments", { limit: "1", page: "1" })
    const second = await list(visit, "payments", { limit: "1", page: "2" })
    return judgePages(first, second)
  }
  const found = await look()
  return found.key === "pages_repeat" ? look() : found
}

/** The shape of withdraws, and the words of their states. */
export const withdraws: Probe = {
  name: "withdraws",
  async run(visit) {
    const all = await list(visit, "withdraws", { limit: "100" })
    const items = itemsOf(all)
    return [
      ...judgeList("GET /withdraws", all),
      ...judgeItems("withdraw", rowsOf(all), SHAPES.withdraw),
      ...judgeWithdraws(items ?? []),
    ]
  },
}

/** What stands on a page, also what is no object. */
const rowsOf = (page: Exchange): unknown[] => {
  const rows = objectOf(page)?.data
  return Array.isArray(rows) ? rows : []
}

const list = (
  { wire }: Visit,
  of: "payments" | "withdraws",
  query: Record<string, string>
) => wire.ask({ name: `${of}.list`, method: "GET", path: `/${of}`, query })

const inAYear = ({ clock }: Visit) =>
  new Date(clock.now() + 365 * 24 * 3600_000).toISOString()

/** The documents allow a page of 100, and the plugin asks for it. */
const judgeRefused = (all: Exchange): Finding[] =>
  isRefusal(all)
    ? [finding("page_size_refused", { status: statusOf(all) })]
    : []

/** Judges what the gateway says of a page of 100, of one more, and of none. */
export function judgeSize(
  all: Exchange,
  over: Exchange,
  none: Exchange
): Finding {
  const limit = limitOf(all)
  return limit !== undefined && limit < LARGEST_PAGE
    ? finding("page_size_less", { limit: String(limit) })
    : finding("page_size_ok", {
        over: judgeBound(over, LARGEST_PAGE + 1),
        none: judgeBound(none, 0),
      })
}

function judgeList(what: string, all: Exchange): Finding[] {
  return dataOf(all) === undefined
    ? [finding("list_refused", { what, status: statusOf(all) })]
    : judgeShape(what, [dataOf(all)], SHAPES.page).findings
}

/** Judges the items of a page. The client refuses the whole page where it cannot read one. */
export const judgeItems = (
  what: string,
  items: readonly unknown[],
  shape: Shape
): Finding[] =>
  items.length > 0 ? judgeShape(what, items, shape).findings : []

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Judges the forms of ids and amounts. */
export function judgeForms(items: readonly JsonObject[]): Finding[] {
  const [item] = items
  if (!item) {
    return []
  }
  const id = idOf(item) ?? ""
  const prefix = /^([a-z]{2,8})_[A-Za-z0-9]+$/.exec(id)?.[1]
  return [
    UUID.test(id)
      ? finding("ids_uuid")
      : prefix
        ? finding("ids_prefixed", { prefix })
        : finding("ids_other"),
    finding(
      typeof item.amount === "number" ? "amounts_numbers" : "amounts_text"
    ),
  ]
}

/** What came of a request for a page of a size that the documents do not allow. */
function judgeBound(page: Exchange, asked: number): string {
  return itemsOf(page) === undefined
    ? `HTTP ${statusOf(page)}`
    : `limit ${limitOf(page) ?? asked}`
}

/** The size of its pages that a gateway names. */
function limitOf(page: Exchange): number | undefined {
  const limit = objectOf(page)?.limit
  return typeof limit === "number" ? limit : undefined
}

export function judgePages(first: Exchange, second: Exchange): Finding {
  const [one, two] = [itemsOf(first), itemsOf(second)]
  if (!one || !two) {
    const [what, page] = one
      ? ["GET /payments?page=2", second]
      : ["GET /payments?page=1", first]
    return finding("list_refused", { what, status: statusOf(page) })
  }
  return one[0] && two[0] && one[0].id !== two[0].id
    ? finding("pages_ok")
    : finding("pages_repeat")
}

/** The newest first without an order of ours, and the oldest first as asked. */
export function judgeOrder(
  newestFirst: readonly JsonObject[],
  oldest: Exchange
): Finding {
  const oldestFirst = itemsOf(oldest)
  if (!oldestFirst) {
    return finding("sorting_refused", { status: statusOf(oldest) })
  }
  const times = (items: readonly JsonObject[]) =>
    items.map((item) => Date.parse(textOf(item, "createdAt") ?? ""))
  const rises = (list: number[]) =>
    list.every((time, at) => at === 0 || time >= (list[at - 1] ?? time))
  const isRight =
    oldestFirst.length > 0 &&
    rises(times(newestFirst).reverse()) &&
    rises(times(oldestFirst))
  return finding(isRight ? "sorting_ok" : "sorting_ignored")
}

/** @param none asked for payments from next year on */
export function judgeFilter(none: Exchange): Finding {
  const items = itemsOf(none)
  return items
    ? finding(items.length === 0 ? "filters_ok" : "filters_ignored")
    : finding("filters_refused", { status: statusOf(none) })
}

/** Judges the words of the withdraws' states. */
export function judgeWithdraws(items: readonly JsonObject[]): Finding[] {
  if (items.length === 0) {
    return [finding("withdraws_none")]
  }
  const words = items.map((item) => textOf(item, "status"))
  const returned = items.find(
    ({ paidAt, status }) =>
      typeof paidAt === "string" &&
      /^(failed|canceled|cancelled|returned|reversed|rejected)$/.test(
        String(status)
      )
  )
  return [
    ...(words.includes("paid") ? [finding("withdraws_paid")] : []),
    ...(words.includes("completed") ? [finding("withdraws_completed")] : []),
    ...(returned
      ? [finding("withdraws_returned", { status: String(returned.status) })]
      : []),
  ]
}

const LIMIT_HEADERS = [
  "x-ratelimit-limit",
  "ratelimit-limit",
  "x-rate-limit-limit",
]

/** Whether the answers name the rate limit. */
export const rateLimit: Probe = {
  name: "limits",
  async run({ wire }) {
    const named = wire.exchanges
      .flatMap(({ answer }) =>
        LIMIT_HEADERS.map((name) => answer?.header(name))
      )
      .find((value) => value !== undefined && /^\d{1,7}\b/.test(value))
    return [judgeRateLimit(named)]
  },
}

/** @param named the header's value, which may go on with a window */
export function judgeRateLimit(named: string | undefined): Finding {
  const limit = /^\d{1,7}/.exec(named ?? "")?.[0]
  return limit && new BigNumber(limit).gt(0)
    ? finding("rate_limit_named", { limit })
    : finding("rate_limit_silent")
}
