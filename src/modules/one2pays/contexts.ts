import type { Connection } from "./gateway-state/connection"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { WithdrawStore } from "./withdraws/store/withdraw-store"
import { WITHDRAW_TELLING } from "./withdraws/needs-attention"
import type { WithdrawContext } from "./withdraws/context"
import { SEALED } from "./withdraws/ask/account"
import type { Seal } from "./shared/seal"
import type { PaymentStore } from "./payments/store/payment-store"
import type { PaymentQueries } from "./payments/store/payment-queries"
import type { Payment } from "./payments/payment"
import { PAYMENT_TELLING } from "./payments/needs-attention"
import type { PaymentContext } from "./payments/context"
import type { Notices } from "./notices/notices"
import { createRowContext } from "./issues/row-context"
import type { Unit } from "./gateway-state/unit"
import type { ResolvedOptions } from "./config/options"
import type { Clock } from "../../gateway"

interface Tools {
  stores: {
    payments: PaymentStore
    queries: PaymentQueries
    withdraws: WithdrawStore
  }
  options: ResolvedOptions
  seal: Seal
  connection: Connection
  unit: Unit
  notices: Notices
  logger: Logger
  clock: Clock
  bus: IEventBusModuleService | undefined
}

/** Puts together what the rooms of payments and of withdraws work with. */
export function createContexts({
  connection,
  unit,
  bus,
  clock,
  stores,
  ...tools
}: Tools): { payments: PaymentContext; withdraws: WithdrawContext } {
  const common = { ...tools, gateway: connection.gateway }
  return {
    payments: {
      ...createRowContext({
        ...common,
        table: "one2pays_payment",
        store: stores.payments,
        sealedOf: (payment: Payment) => payment.payer_sealed,
        telling: PAYMENT_TELLING,
      }),
      queries: stores.queries,
      unit,
      rank: "webhook",
    },
    withdraws: {
      ...createRowContext({
        ...common,
        table: "one2pays_withdraw",
        store: stores.withdraws,
        ...SEALED,
        telling: WITHDRAW_TELLING,
      }),
      now: () => new Date(clock.now()),
      bus,
      unit,
      balance: () => connection.payoutBalance(),
    },
  }
}
