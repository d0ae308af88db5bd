import {
  isRefusal,
  itemsOf,
  objectOf,
  textOf,
  type Exchange,
  type JsonObject,
} from "../exchange"
import { finding, type Finding } from "../finding"
import type { Probe, Visit } from "../visit"

const FOUND = {
  payments: {
    yes: "by_reference",
    no: "no_by_reference",
    open: "by_reference_open",
  },
  withdraws: {
    yes: "withdraws_by_reference",
    no: "no_withdraws_by_reference",
    open: "withdraws_by_reference_open",
  },
} as const

type Resource = keyof typeof FOUND

/**
 * Whether payments and withdraws are found by the shop's reference. A 404 says nothing unless the object is known to
 * exist.
 */
export const references: Probe = {
  name: "references",
  async run(visit) {
    const { created } = visit
    return [
      await lookUp(visit, "payments", created ? [created] : []),
      await lookUp(visit, "withdraws"),
    ]
  },
}

async function lookUp(
  { wire }: Visit,
  resource: Resource,
  more: readonly JsonObject[] = []
): Promise<Finding> {
  const known = wire.exchanges
    .filter(({ question }) => question.name === `${resource}.list`)
    .flatMap((each) => itemsOf(each) ?? [])
    .concat(more)
    .map((item) => textOf(item, "referenceId"))
    .at(-1)
  if (known === undefined) {
    return finding(FOUND[resource].open)
  }
  const exchange = await wire.ask({
    name: `${resource}.by-reference`,
    method: "GET",
    path: `/${resource}/by-reference/${encodeURIComponent(known)}`,
  })
  return judgeReference(resource, exchange, known)
}

export function judgeReference(
  resource: Resource,
  exchange: Exchange,
  known: string
): Finding {
  const { yes, no, open } = FOUND[resource]
  if (textOf(objectOf(exchange), "referenceId") === known) {
    return finding(yes)
  }
  return finding(isRefusal(exchange) ? no : open)
}
