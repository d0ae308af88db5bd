import {
  isRefusal,
  itemsOf,
  objectOf,
  textOf,
  type Exchange,
} from "../exchange"
import { finding, type Finding } from "../finding"
import type { Probe } from "../visit"

/** Whether a payment is found by the shop's reference. A 404 says nothing unless the payment is known to exist. */
export const references: Probe = {
  name: "references",
  async run({ wire, created }) {
    const listed = wire.exchanges
      .flatMap((each) => itemsOf(each) ?? [])
      .concat(created ? [created] : [])
      .map((item) => textOf(item, "referenceId"))
    const known = listed.at(-1)
    if (known === undefined) {
      return [finding("by_reference_open")]
    }
    const exchange = await wire.ask({
      name: "payments.by-reference",
      method: "GET",
      path: `/payments/by-reference/${encodeURIComponent(known)}`,
    })
    return [judgeReference(exchange, known)]
  },
}

export function judgeReference(exchange: Exchange, known: string): Finding {
  if (textOf(objectOf(exchange), "referenceId") === known) {
    return finding("by_reference")
  }
  return isRefusal(exchange)
    ? finding("no_by_reference")
    : finding("by_reference_open")
}
