import { MathBN } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  One2PaysError,
  paymentPhase,
  roundThb,
  withdrawPhase,
  type Clock,
  type GatewayPayment,
  type GatewayWithdraw,
  type One2PaysClient,
} from "../../../gateway"
import { fieldProblem, problemWords } from "../../../messages"
import { invalidFields } from "../errors/staff-error"
import { gatewayDate } from "../shared/gateway-date"
import type {
  CompareQueries,
  Names,
  OurPayment,
  Ours,
  OurWithdraw,
} from "./compare-queries"
import type { Period } from "./statement-queries"

export type DifferenceKind =
  /** The gateway has it, and the shop does not. */
  | "not_here"
  /** The shop has it, and the gateway does not. */
  | "not_there"
  | "other_amount"
  | "other_state"

/** A difference between the gateway's lists and what the shop knows. Amounts are THB in major units. */
export interface Difference {
  kind: DifferenceKind
  of: "payment" | "withdraw"
  reference_id: string | null
  gateway_id: string | null
  order_id: string | null
  ours: { id: string; state: string; amount: string } | null
  gateway: { status: string; amount: string } | null
}

export interface Comparison {
  differences: Difference[]
  /** How many objects of the gateway's this answer has compared. */
  compared: { payments: number; withdraws: number }
  /** Where the next request goes on; null when the comparison is complete. */
  next: string | null
}

interface Tools {
  gateway: One2PaysClient
  clock: Clock
  ours: CompareQueries
}

type List = keyof Ours

/** Where a comparison goes on. */
interface Place {
  list: List
  page: number
  /** Objects that the gateway created before this moment are compared. */
  since: string | null
  /** Ids of compared objects that it created at this very moment. */
  edge: string[]
}

const PAGE = 100
/** What a request may ask of the gateway. The next one goes on. */
const PAGES_AT_ONCE = 10
const OTHERS_AT_ONCE = 1000
/** What is newer than this may have been created after the gateway listed the rest. The clocks may differ, too. */
const NEW_MS = 60_000

/** Walks the gateway's lists, the oldest object first: what it creates meanwhile comes at the end and moves nothing. */
export async function compareWithGateway(
  tools: Tools,
  period: Period,
  after?: string
): Promise<Comparison> {
  const differences: Difference[] = []
  const compared = { payments: 0, withdraws: 0 }
  let place: Place | null = after ? readPlace(after) : startOf("payments")
  for (let pages = 0; place && pages < PAGES_AT_ONCE; pages++) {
    try {
      const page: PageCompared = await comparePage(tools, period, place)
      differences.push(...page.differences)
      compared[place.list] += page.compared
      place = page.next
    } catch (error) {
      if (pages === 0 || !(error instanceof One2PaysError)) {
        throw error
      }
      break
    }
  }
  return { differences, compared, next: place && writePlace(place) }
}

interface PageCompared {
  differences: Difference[]
  compared: number
  next: Place | null
}

async function comparePage(
  { gateway, clock, ours }: Tools,
  { from, to }: Period,
  { list, page, since, edge }: Place
): Promise<PageCompared> {
  const query = {
    page,
    limit: PAGE,
    dateFrom: from,
    // The list includes its last moment.
    dateTo: new Date(to.getTime() - 1),
    sortBy: "createdAt",
    sortOrder: "asc",
  } as const
  const call = { rank: "background" } as const
  const listedTo = Math.min(to.getTime(), clock.now() - NEW_MS)
  const told =
    list === "payments"
      ? await gateway.payments.list(query, call)
      : await gateway.withdraws.list(query, call)
  const names = namesOf(told.items)
  const known = await ours.listNamed(list, names)
  const differences = told.items.flatMap((item) =>
    compareOne(list, item, rowOf(item, known))
  )
  const lastAt = told.hasMore ? gatewayDate(told.items.at(-1)?.createdAt) : null
  const others = await ours.listOthers(
    list,
    {
      from: since ? new Date(since) : from,
      to: new Date(
        told.hasMore ? Math.min(lastAt?.getTime() ?? 0, listedTo) : listedTo
      ),
    },
    [...names.ids, ...edge],
    OTHERS_AT_ONCE
  )
  differences.push(...others.map((row) => notThere(list, row)))
  return {
    differences,
    compared: told.items.length,
    next: told.hasMore
      ? {
          list,
          page: page + 1,
          since: lastAt?.toISOString() ?? since,
          edge: told.items
            .filter(
              ({ createdAt }) => createdAt === told.items.at(-1)?.createdAt
            )
            .map(({ id }) => id),
        }
      : list === "payments"
        ? startOf("withdraws")
        : null,
  }
}

const startOf = (list: List): Place => ({
  list,
  page: 1,
  since: null,
  edge: [],
})

/** A row that names its object is not another object's, though both have one reference. */
const rowOf = <Row extends OurPayment | OurWithdraw>(
  { id, referenceId }: GatewayPayment | GatewayWithdraw,
  known: Row[]
): Row | undefined =>
  known.find(({ gateway_id }) => gateway_id === id) ??
  known.find(
    ({ gateway_id, reference_id }) =>
      gateway_id === null &&
      reference_id !== null &&
      reference_id === referenceId
  )

const namesOf = (items: (GatewayPayment | GatewayWithdraw)[]): Names => ({
  ids: items.map(({ id }) => id),
  references: items.flatMap(({ referenceId }) => referenceId ?? []),
})

function compareOne(
  list: List,
  told: GatewayPayment | GatewayWithdraw,
  row: OurPayment | OurWithdraw | undefined
): Difference[] {
  const found = (kind: DifferenceKind): Difference => ({
    kind,
    of: list === "payments" ? "payment" : "withdraw",
    reference_id: told.referenceId,
    gateway_id: told.id,
    order_id: row?.order_id ?? null,
    ours: row ? oursOf(row) : null,
    gateway: { status: told.status, amount: told.amount },
  })
  if (!row) {
    return [found("not_here")]
  }
  return [
    ...(isInState(list, told.status, row) ? [] : [found("other_state")]),
    ...(amountsOf(row).some((amount) => MathBN.eq(amount, told.amount))
      ? []
      : [found("other_amount")]),
  ]
}

const notThere = (list: List, row: OurPayment | OurWithdraw): Difference => ({
  kind: "not_there",
  of: list === "payments" ? "payment" : "withdraw",
  reference_id: row.reference_id,
  gateway_id: row.gateway_id,
  order_id: row.order_id,
  ours: oursOf(row),
  gateway: null,
})

const oursOf = (row: OurPayment | OurWithdraw): Difference["ours"] => ({
  id: row.id,
  state: row.state,
  amount: roundThb(amountsOf(row)[0] ?? row.amount),
})

/** The amounts that the gateway may show: of money that came, what came. */
const amountsOf = (row: OurPayment | OurWithdraw): string[] => {
  if (!("received" in row)) {
    return [row.amount]
  }
  return row.received === null
    ? [row.asked_amount ?? row.amount, row.amount]
    : [row.received]
}

function isInState(
  list: List,
  status: string,
  { state }: OurPayment | OurWithdraw
): boolean {
  const ours = state === "creating" ? "open" : state
  if (list === "payments") {
    return paymentPhase(status) === ours
  }
  const phase = withdrawPhase(status)
  return UNDER_WAY.has(ours) ? UNDER_WAY.has(phase) : phase === ours
}

/** The gateway and the shop may name it otherwise while a withdraw is on its way. */
const UNDER_WAY: ReadonlySet<string> = new Set([
  ...["sending", "unknown", "open", "pending", "processing"],
])

const placeSchema = z.object({
  list: z.enum(["payments", "withdraws"]),
  page: z.number().int().min(1).max(100_000),
  since: z.iso.datetime().nullable(),
  edge: z.array(z.string().max(255)).max(PAGE),
})

const writePlace = (place: Place): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url")

/** @throws MedusaError INVALID_DATA when it is none of ours */
function readPlace(text: string): Place {
  try {
    return placeSchema.parse(
      JSON.parse(Buffer.from(text, "base64url").toString())
    )
  } catch {
    throw invalidFields([
      {
        problems: [
          { field: "after", words: problemWords(fieldProblem("unknown")) },
        ],
      },
    ])
  }
}
