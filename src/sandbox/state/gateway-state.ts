import type { Clock } from "../clock"
import type { Agenda } from "../records/agenda"
import type { PaymentView } from "../records/payment-object"
import type { Payments } from "../records/payments"
import type { WalletRecord } from "../records/wallet"
import type { Withdraws } from "../records/withdraws"
import type { Webhooks } from "../webhooks/webhooks"
import type { Credentials } from "../wire/authenticate"
import type { Dialect } from "../wire/dialect"
import type { AmountUnit } from "../wire/money"
import type { Faults } from "./faults"
import type { IdempotencyKeys } from "./idempotency"
import type { Journal } from "./journal"
import type { RateLimit } from "./rate-limit"

/** The state that the endpoints, the controls and the pages work on. */
export interface GatewayState {
  clock: Clock
  agenda: Agenda
  credentials: Credentials
  wallet: WalletRecord
  payments: Payments
  withdraws: Withdraws
  idempotency: IdempotencyKeys
  webhooks: Webhooks
  rateLimit: RateLimit
  faults: Faults
  journal: Journal
  view: PaymentView
  dialect: Dialect
  balanceUnit: AmountUnit
  maintenance: boolean
  byReference: boolean
}
