import { sandboxPayment } from "../records/payment-object"
import type { PaymentRecord } from "../records/payment-record"
import { withdrawObject } from "../records/withdraw-record"
import type { GatewayState } from "../state/gateway-state"
import { formatThb, parseThb } from "../wire/money"
import type {
  Controls,
  PaymentControls,
  SandboxStatus,
  WebhookControls,
  WithdrawControls,
} from "./controls"

/** The controls over a state. @param resetAll brings the state back to its options. */
export function controlsOver(
  state: GatewayState,
  changed: () => void,
  resetAll: () => void
): Controls {
  return {
    status: () => status(state),
    setMaintenance: (on) => {
      state.maintenance = on
    },
    setRateLimit: (perMinute) => state.rateLimit.set(perMinute),
    setActive: (active) => {
      state.credentials.active = active
    },
    setByReference: (on) => {
      state.byReference = on
    },
    setRepeatsRefusals: (on) => {
      state.idempotency.repeatsRefusals = on
    },
    setWallet: ({ wallet, settlement, status }) => {
      if (wallet !== undefined) {
        state.wallet.walletSatang = parseThb(wallet)
      }
      if (settlement !== undefined) {
        state.wallet.settlementSatang = parseThb(settlement)
      }
      state.wallet.status = status ?? state.wallet.status
      changed()
    },
    addFault: (fault) => state.faults.add(fault),
    clearFaults: () => state.faults.clear(),
    setWebhooks: (config) => state.webhooks.configure(config),
    payments: paymentControls(state),
    withdraws: withdrawControls(state),
    webhooks: webhookControls(state),
    calls: () => state.journal.calls(),
    callCounts: () => state.journal.counts(),
    resetCalls: () => state.journal.clear(),
    reset: resetAll,
  }
}

function paymentControls(state: GatewayState): PaymentControls {
  const { payments } = state
  const show = (payment: PaymentRecord) => sandboxPayment(payment, state.view)
  const change =
    (act: (payment: PaymentRecord) => void) => (idOrReference: string) => {
      state.agenda.runDue()
      const payment = payments.find(idOrReference)
      act(payment)
      return show(payment)
    }
  return {
    list: () => {
      state.agenda.runDue()
      return payments.book.all().map(show)
    },
    get: (idOrReference) => {
      state.agenda.runDue()
      const payment = payments.book.withIdOrReference(idOrReference)
      return payment && show(payment)
    },
    pay: (idOrReference, { amount, silent } = {}) =>
      change((payment) => payments.pay(payment, { amountThb: amount, silent }))(
        idOrReference
      ),
    payTwice: (idOrReference, options) =>
      change((payment) => payments.payTwice(payment, options))(idOrReference),
    fail: change((payment) => payments.fail(payment)),
    expire: change((payment) => payments.expire(payment)),
    cancel: change((payment) => payments.cancel(payment)),
    setQrAmount: (mode) => {
      payments.qrAmount = mode
    },
    setQrFlaw: (flaw) => {
      payments.qrFlaw = flaw
    },
    setNextAction: (on) => {
      state.view.showsNextAction = on
    },
    setRefusedBanks: (bankCodes) => {
      payments.refusedBanks = [...bankCodes]
    },
  }
}

function withdrawControls(state: GatewayState): WithdrawControls {
  const { withdraws } = state
  const { unit } = state.view
  return {
    list: () => {
      state.agenda.runDue()
      return withdraws.book
        .all()
        .map((withdraw) => withdrawObject(withdraw, unit))
    },
    get: (idOrReference) => {
      state.agenda.runDue()
      const withdraw = withdraws.book.withIdOrReference(idOrReference)
      return withdraw && withdrawObject(withdraw, unit)
    },
    settle: (idOrReference, end) => {
      state.agenda.runDue()
      const withdraw = withdraws.find(idOrReference)
      withdraws.settle(withdraw, end)
      return withdrawObject(withdraw, unit)
    },
    sendBack: (idOrReference, end = "failed") => {
      state.agenda.runDue()
      const withdraw = withdraws.find(idOrReference)
      withdraws.sendBack(withdraw, end)
      return withdrawObject(withdraw, unit)
    },
    setOutcome: (outcome) => {
      withdraws.outcome = outcome
    },
    setStep: (stepMs) => {
      withdraws.stepMs = stepMs
    },
  }
}

function webhookControls(state: GatewayState): WebhookControls {
  const { webhooks } = state
  return {
    deliveries: () => webhooks.all(),
    redeliver: (id) => webhooks.redeliver(id),
    flush: () => {
      state.agenda.runDue()
      return webhooks.flush()
    },
    send: (body, options) => webhooks.send(body, options),
  }
}

function status(state: GatewayState): SandboxStatus {
  return {
    url: state.view.publicUrl,
    apiKey: state.credentials.apiKey,
    amountUnit: state.view.unit,
    balanceUnit: state.balanceUnit,
    maintenance: state.maintenance,
    active: state.credentials.active,
    byReference: state.byReference,
    rateLimitPerMinute: state.rateLimit.limit,
    repeatsRefusals: state.idempotency.repeatsRefusals,
    qrAmount: state.payments.qrAmount,
    qrFlaw: state.payments.qrFlaw,
    showsNextAction: state.view.showsNextAction,
    refusedBanks: state.payments.refusedBanks,
    withdrawOutcome: state.withdraws.outcome,
    withdrawStepMs: state.withdraws.stepMs,
    walletThb: formatThb(state.wallet.walletSatang),
    settlementThb: formatThb(state.wallet.settlementSatang),
    walletStatus: state.wallet.status,
    webhooks: state.webhooks.config,
    faults: state.faults.list(),
    callCounts: state.journal.counts(),
  }
}
