import { systemClock } from "../../../../gateway"
import {
  BANKS,
  ISSUE_TITLES,
  TABLE_WORDS,
  type Locale,
} from "../../../../messages"
import { staffStatus } from "../../../../modules/one2pays/payments/lifecycle"
import { receivedOf } from "../../../../modules/one2pays/payments/judge/match"
import type { Payment } from "../../../../modules/one2pays/payments/payment"
import { moments, plain, type Column } from "../../../support/table/column"
import {
  orderNumber,
  wordOf,
  type Known,
} from "../../../support/table/with-names"

type NamedPayment = Payment & { known: Known }

const statusOf = (payment: Payment) =>
  staffStatus(payment, new Date(systemClock.now()))

/** The payments of a file. The payer's account number is not in it. */
export const PAYMENT_COLUMNS: Column<NamedPayment>[] = [
  ...plain<NamedPayment>("id"),
  orderNumber<NamedPayment>(),
  {
    name: "customer_name",
    of: ({ order_id, known }) => known.order(order_id)?.customer_name ?? null,
  },
  {
    name: "customer_email",
    of: ({ order_id, known }) => known.order(order_id)?.email ?? null,
  },
  ...plain<NamedPayment>("payer_name", "payer_bank_code", "payer_last4"),
  {
    name: "payment_method",
    of: ({ payment_method }) => payment_method,
    says: ({ payment_method }, locale) => wordOf(payment_method, locale),
  },
  { name: "amount", of: ({ amount }) => amount, kind: "money" },
  { name: "received", of: receivedOf, kind: "money" },
  ...plain<NamedPayment>("currency_code"),
  {
    name: "status",
    of: statusOf,
    says: (payment, locale) => TABLE_WORDS[statusOf(payment)][locale],
  },
  {
    name: "issue",
    of: ({ issue }) => issue,
    says: ({ issue }, locale) => issue && ISSUE_TITLES[issue][locale],
  },
  ...plain<NamedPayment>("reference_id", "gateway_payment_id", "order_id"),
  ...moments<NamedPayment>("created_at", "settled_at", "ended_at"),
  {
    name: "bank_name",
    of: (payment) => bankName(payment, "en"),
    says: bankName,
  },
]

function bankName({ payer_bank_code }: Payment, locale: Locale): string | null {
  return (
    BANKS.find(({ code }) => code === payer_bank_code)?.name[locale] ?? null
  )
}
