import type { Agenda } from "./agenda"
import type { Credentials } from "./authenticate"
import type { Faults } from "./faults"
import type { IdempotencyKeys } from "./idempotency"
import type { Journal } from "./journal"
import type { AmountUnit } from "./money"
import type { Clock } from "./options"
import type { PaymentView } from "./payment-object"
import type { Payments } from "./payments"
import type { RateLimit } from "./rate-limit"
import type { WalletRecord } from "./wallet"
import type { Webhooks } from "./webhooks"
import type { Withdraws } from "./withdraws"

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
