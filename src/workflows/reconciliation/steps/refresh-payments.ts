import type {
  IOrderModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { systemClock } from "../../../gateway"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { listChangedOrders } from "../../../modules/one2pays/core/changed-orders"
import {
  loadManyOrderFacts,
  owedThrough,
} from "../../../modules/one2pays/core/order-facts"
import { loggerOf, queryOf } from "../../../modules/one2pays/core/query"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"
import type { UnfinishedPayment } from "../../../modules/one2pays/reconciliation/unfinished-queries"
import { followOrderWorkflow, isOutOfBalance } from "../../orders/follow-order"
import { settleQuietly } from "../../payments/settle-quietly"

export interface ReconciliationRun {
  /** False in an outage, and while another instance reconciles. */
  has_run: boolean
  /** Payments with news. */
  settled: number
}

/** Below the minute after which the next run begins. */
const RUN_MS = 45_000
/** The part of a run for payments that have to follow their orders. The reads need the rest. */
const FOLLOW_MS = 15_000
/** Longer than a run and its slowest last call. */
const LEASE_SECONDS = 90
/** Rows are small; the list calls of a page are ⌈5000/100⌉. */
const PAGE = 5000
/** Most are too old for the list, and cost a call each. The longest due come first. */
const LOOKS = 100
const SETTLED_AT_ONCE = 4

/** Refreshes all payments that are not final, the newest first, and goes on where the last run stopped. */
export const refreshPaymentsStep = createStep(
  "one2pays-reconcile-payments",
  async (_: undefined, { container }) => {
    const one2pays = one2paysOf(container)
    const run: ReconciliationRun = { has_run: false, settled: 0 }
    if (await one2pays.connection.outage()) {
      return new StepResponse(run)
    }
    const lease = await one2pays.reconciliation.start(LEASE_SECONDS)
    if (!lease) {
      return new StepResponse(run)
    }
    run.has_run = true
    const stopAt = systemClock.now() + RUN_MS
    const followUntil = systemClock.now() + FOLLOW_MS
    let { cursor } = lease
    try {
      await one2pays.reconciliation.mindUnit()
      // Replacements that failed before: the gateway was down, or the process died.
      await followEach(
        container,
        await one2pays.payments.listOrdersToFollow(FOLLOWED_AT_ONCE),
        followUntil
      )
      await followEach(
        container,
        await listOutOfBalance(container, one2pays, lease.last_at),
        // They are named once, and most of them need no gateway: an outage must not use up their time.
        systemClock.now() + FOLLOW_MS
      )
      // These are refreshed with the first page, since they stand on the same pages of the gateway's list.
      let ended = await listEnded(one2pays)
      do {
        const page = await one2pays.reconciliation.listUnfinished(cursor, PAGE)
        await followOrders(container, one2pays, page.payments, followUntil)
        const news = one2pays.reconciliation.refresh(
          [...page.payments, ...ended],
          stopAt
        )
        ended = []
        run.settled += await settleNews(container, news, stopAt)
        if (systemClock.now() < stopAt) {
          cursor = page.cursor
        }
      } while (cursor && systemClock.now() < stopAt)
    } catch (error) {
      logFailure(
        loggerOf(container),
        "the reconciliation stopped and goes on with its next run",
        error
      )
    } finally {
      await one2pays.reconciliation.finish(cursor)
    }
    return new StepResponse(run)
  }
)

/** Payments that may get money, or more of it, after their end. One of a short while ago may have a look that is due, too. */
async function listEnded({
  reconciliation,
}: One2PaysModuleService): Promise<UnfinishedPayment[]> {
  const lately = await reconciliation.listEndedLately(PAGE)
  const due = await reconciliation.listDueLooks(LOOKS)
  const known = new Set(lately.map(({ id }) => id))
  return [...lately, ...due.filter(({ id }) => !known.has(id))]
}

/** Settles a few payments at a time, until `stopAt`. */
async function settleNews(
  container: MedusaContainer,
  news: AsyncIterable<string>,
  stopAt: number
): Promise<number> {
  const running = new Set<Promise<void>>()
  let settled = 0
  try {
    for await (const id of news) {
      const work = settleQuietly(container, id).finally(() => {
        running.delete(work)
      })
      running.add(work)
      settled++
      if (running.size >= SETTLED_AT_ONCE) {
        await Promise.race(running)
      }
      if (systemClock.now() >= stopAt) {
        break
      }
    }
  } finally {
    await Promise.all(running)
  }
  return settled
}

/** Orders whose payment could not be replaced before, so many in a run. */
const FOLLOWED_AT_ONCE = 100

/**
 * Compares each payment with what its order owes now, also where no event told of the change. It writes down that payments
 * have to be canceled whose order was rolled back or canceled, and lets the others follow their order.
 */
async function followOrders(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  payments: UnfinishedPayment[],
  stopAt: number
): Promise<void> {
  const waiting = payments.filter(
    ({ state, cancel_requested_at }) =>
      state !== "succeeded" && !cancel_requested_at
  )
  const orderIds = waiting.flatMap(({ order_id }) => order_id ?? [])
  const orders = await loadManyOrderFacts(queryOf(container), [
    ...new Set(orderIds),
  ])
  const lost: UnfinishedPayment[] = []
  const changed = new Set<string>()
  for (const payment of waiting) {
    const order = orders.get(payment.order_id ?? "")
    if (!payment.order_id) {
      continue
    }
    if (!order || order.canceled) {
      lost.push(payment)
    } else if (
      payment.state === "open" &&
      payment.amount !== owedThrough(order, payment.payment_collection_id)
    ) {
      changed.add(order.id)
    }
  }
  if (lost.length > 0) {
    const now = new Date(systemClock.now())
    await one2pays.payments.requestCancel(lost.map(({ id }) => id))
    for (const payment of lost) {
      payment.cancel_requested_at = now
    }
  }
  await followEach(container, [...changed], stopAt)
}

/** A run may have stopped before it came to an order, and a transaction of core's may end after it began. */
const OVERLAP_MS = 10 * 60_000

/** Lists orders of ours that have changed after they were paid. Their payments are final, so that no refresh meets them. */
async function listOutOfBalance(
  container: MedusaContainer,
  { payments }: One2PaysModuleService,
  lastAt: Date | null
): Promise<string[]> {
  const changed = await listChangedOrders(
    container.resolve<IOrderModuleService>(Modules.ORDER),
    new Date((lastAt?.getTime() ?? 0) - OVERLAP_MS)
  )
  const orders = await loadManyOrderFacts(
    queryOf(container),
    await payments.listKnownOrders(changed)
  )
  return [...orders.values()].filter(isOutOfBalance).map(({ id }) => id)
}

/** So many failures in a row are the fault of the gateway and of no order. */
const PATIENCE = 3

/** Lets orders' payments follow them, one after the other. A gateway that fails does not keep the run from its reads. */
async function followEach(
  container: MedusaContainer,
  orderIds: string[],
  stopAt: number
): Promise<void> {
  let failures = 0
  for (const order_id of orderIds) {
    if (failures === PATIENCE || systemClock.now() >= stopAt) {
      return
    }
    const { result } = await followOrderWorkflow(container).run({
      input: { order_id },
    })
    failures = result.has_failed ? failures + 1 : 0
  }
}
