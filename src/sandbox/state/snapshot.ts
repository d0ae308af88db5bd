import type { PaymentRecord } from "../records/payment-record"
import type { WalletRecord } from "../records/wallet"
import type { WithdrawRecord } from "../records/withdraw-record"
import type { Delivery } from "../webhooks/delivery"
import type { GatewayState } from "./gateway-state"
import type { IdempotencyRecord } from "./idempotency"

/** The state file's content. Switches and faults do not survive a restart: the options set them anew. */
export interface Snapshot {
  version: 1
  wallet: WalletRecord
  payments: PaymentRecord[]
  withdraws: WithdrawRecord[]
  idempotency: IdempotencyRecord[]
  deliveries: Delivery[]
}

export function takeSnapshot(state: GatewayState): Snapshot {
  return {
    version: 1,
    wallet: state.wallet,
    payments: state.payments.book.all(),
    withdraws: state.withdraws.book.all(),
    idempotency: state.idempotency.all(),
    deliveries: state.webhooks.all(),
  }
}

export function restoreSnapshot(state: GatewayState, saved: Snapshot): void {
  Object.assign(state.wallet, saved.wallet)
  state.payments.restore(saved.payments)
  state.withdraws.restore(saved.withdraws)
  state.idempotency.restore(saved.idempotency)
  state.webhooks.restore(saved.deliveries)
}
