import type { Finding } from "../../src/doctor"
import type { ReadingName } from "../../src/sandbox"

type Sign = Partial<Finding>

/** The findings by which the doctor names each reading. */
const SIGNS: Record<ReadingName, Sign | Sign[]> = {
  satang: { key: "unit_proved", values: { unit: "satang" } },
  baht: { key: "unit_proved", values: { unit: "baht" } },
  display_qr_code: {
    key: "instructions_qr",
    values: { type: "display_qr_code" },
  },
  use_payment_app: {
    key: "instructions_app",
    values: { type: "use_payment_app" },
  },
  "late-instructions": { key: "instructions_late" },
  "created-200": { key: "created", values: { status: "200" } },
  "created-201": { key: "created", values: { status: "201" } },
  "by-reference": [{ key: "by_reference" }, { key: "withdraws_by_reference" }],
  "no-by-reference": [
    { key: "no_by_reference" },
    { key: "no_withdraws_by_reference" },
  ],
  "flat-webhooks": { key: "webhook_flat" },
  "envelope-webhooks": { key: "webhook_envelope" },
  "payment-received": event("payment.received"),
  "payment-succeeded": event("payment.succeeded"),
  "withdraw-events": event("withdraw."),
  "withdrawal-events": event("withdrawal."),
  "payout-events": event("payout."),
  completed: { key: "withdraws_completed" },
  cancelled: { key: "canceled", values: { status: "cancelled" } },
  "uuid-ids": { key: "ids_uuid" },
  "prefixed-ids": { key: "ids_prefixed", values: { prefix: "pay" } },
  "amounts-as-strings": { key: "amounts_text" },
  "amounts-as-numbers": { key: "amounts_numbers" },
  "bounded-amounts": { key: "amount_bounds" },
  "bank-refused": { key: "bank_refused", values: { bank: "020" } },
  "satang-added": { key: "satang_added" },
  "repeated-key-refused": { key: "refusal_repeated" },
  "returned-payouts": { key: "withdraws_returned" },
  "late-redelivery": [
    { key: "webhook_again_late" },
    { key: "webhook_signed_once" },
  ],
  "late-redelivery-signed-anew": [
    { key: "webhook_again_late" },
    { key: "webhook_signed_anew" },
  ],
}

/** A webhook's event, in either form, within the list of all that came. */
function event(name: string): Sign {
  return { values: { events: name } }
}

/** Whether the doctor found all signs of a reading. */
export const isNamed = (
  reading: ReadingName,
  findings: readonly Finding[]
): boolean =>
  [SIGNS[reading]]
    .flat()
    .every((sign) => findings.some((each) => fits(sign, each)))

const fits = (sign: Sign, { key, values }: Finding): boolean =>
  (sign.key ?? key) === key &&
  Object.entries(sign.values ?? {}).every(([place, value]) =>
    place === "events"
      ? values[place]?.split(", ").some((name) => name.startsWith(value))
      : values[place] === value
  )
