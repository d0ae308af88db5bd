import type { ResolvedOptions } from "./options"
import { Agenda } from "./records/agenda"
import type { PaymentView } from "./records/payment-object"
import { Payments } from "./records/payments"
import { openingWallet } from "./records/wallet"
import { Withdraws } from "./records/withdraws"
import { Faults } from "./state/faults"
import type { GatewayState } from "./state/gateway-state"
import { IdempotencyKeys } from "./state/idempotency"
import { Journal } from "./state/journal"
import { RateLimit } from "./state/rate-limit"
import {
  paymentEvents,
  paymentWebhookBody,
  withdrawEvent,
  withdrawWebhookBody,
} from "./webhooks/webhook-body"
import { Webhooks } from "./webhooks/webhooks"
import type { Dialect } from "./wire/dialect"
import { parseThb } from "./wire/money"

/** Puts the parts together. @param changed called whenever there is something to save. */
export function buildState(
  options: ResolvedOptions,
  changed: () => void
): GatewayState {
  const { clock } = options
  const agenda = new Agenda(clock, options.clockIsInjected)
  const wallet = openingWallet(parseThb(options.openingBalance))
  // The server knows the address once it listens.
  const view: PaymentView = {
    unit: options.amountUnit,
    publicUrl: "",
    showsNextAction: true,
    nextActionType: options.nextAction,
    nextActionFromRead: options.nextActionFromRead,
  }
  const dialect: Dialect = {
    amounts: options.amountsAs,
    paidStatus: options.paidStatus,
    canceledStatus: options.canceledStatus,
    createdStatus: options.createdStatus,
  }
  const webhooks = new Webhooks(
    { clock, agenda, secret: options.webhookSecret, changed },
    webhookConfig(options)
  )
  const shared = {
    ...{ clock, agenda, wallet, changed },
    unit: options.amountUnit,
    ids: options.ids,
  }
  const payments = new Payments({
    ...shared,
    bounds: options.paymentBounds,
    addsSatang: options.addsSatang,
    defaultExpiresInMinutes: options.defaultExpiresInMinutes,
    announce: (occurrence, payment) => {
      const { shape, successEvents, urls } = webhooks.config
      if (urls.length === 0) {
        return
      }
      const writing = { shape, view, dialect, now: clock.now() }
      const events = paymentEvents(occurrence, shape, successEvents, dialect)
      for (const event of events) {
        const body = paymentWebhookBody(event, payment, writing)
        webhooks.emit(event, payment.id, body)
      }
    },
  })
  payments.qrAmount = options.qrAmount
  payments.refusedBanks = options.refusedBanks
  const withdraws = new Withdraws(
    {
      ...shared,
      bounds: options.withdrawBounds,
      announce: (end, withdraw) => {
        const { shape, withdrawEvents } = webhooks.config
        const event = withdrawEvent(end, shape, withdrawEvents, dialect)
        const writing = { shape, view, dialect, now: clock.now() }
        const body = withdrawWebhookBody(event, withdraw, writing)
        webhooks.emit(event, withdraw.id, body)
      },
    },
    options.withdrawStepMs,
    options.withdrawOutcome
  )
  return {
    clock,
    agenda,
    wallet,
    view,
    dialect,
    webhooks,
    payments,
    withdraws,
    credentials: {
      apiKey: options.apiKey,
      secretKey: options.secretKey,
      active: true,
    },
    idempotency: new IdempotencyKeys(options.repeatsRefusals),
    rateLimit: new RateLimit(clock, options.rateLimitPerMinute),
    faults: new Faults(),
    journal: new Journal(),
    balanceUnit: options.balanceUnit,
    maintenance: false,
    byReference: options.byReference,
  }
}

/** Deletes all records and sets every switch by the options. */
export function resetState(
  state: GatewayState,
  options: ResolvedOptions
): void {
  state.agenda.clear()
  state.payments.clear()
  state.withdraws.book.clear()
  state.idempotency.clear()
  state.webhooks.clear()
  state.faults.clear()
  state.journal.clear()
  Object.assign(state.wallet, openingWallet(parseThb(options.openingBalance)))
  state.webhooks.configure(webhookConfig(options))
  state.payments.qrAmount = options.qrAmount
  state.payments.qrFlaw = "none"
  state.payments.refusedBanks = options.refusedBanks
  state.view.showsNextAction = true
  state.idempotency.repeatsRefusals = options.repeatsRefusals
  state.withdraws.stepMs = options.withdrawStepMs
  state.withdraws.outcome = options.withdrawOutcome
  state.rateLimit.set(options.rateLimitPerMinute)
  state.credentials.active = true
  state.maintenance = false
  state.byReference = options.byReference
}

function webhookConfig(options: ResolvedOptions) {
  return {
    urls: options.webhookUrls,
    shape: options.webhookShape,
    successEvents: options.successEvents,
    withdrawEvents: options.withdrawEvents,
    duplicate: 0,
    delayMs: 0,
    shuffle: false,
    enabled: true,
    retryDelaysMs: options.webhookRetryDelaysMs,
    signsRetries: options.webhookSignsRetries,
  }
}
