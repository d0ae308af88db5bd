import type { Agenda } from "../records/agenda"
import type { Credentials } from "../wire/authenticate"
import type { Faults } from "../controls/faults"
import type { IdempotencyKeys } from "./idempotency"
import type { Journal } from "./journal"
import type { AmountUnit } from "../wire/money"
import type { Clock } from "../options"
import type { PaymentView } from "../records/payment-object"
import type { Payments } from "../records/payments"
import type { RateLimit } from "../wire/rate-limit"
import type { WalletRecord } from "../records/wallet"
import type { Webhooks } from "../webhooks/webhooks"
import type { Withdraws } from "../records/withdraws"

/** Everything that the endpoints and the controls work on. */
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
  balanceUnit: AmountUnit
  maintenance: boolean
  byReference: boolean
}
