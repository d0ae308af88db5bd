import { queryOf } from "../../../modules/one2pays/core/query"
import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { systemClock } from "../../../gateway"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"
import type { UnfinishedPayment } from "../../../modules/one2pays/reconciliation/unfinished-queries"
import { settleQuietly } from "../../payments/settle-quietly"

export interface ReconciliationRun {
  /** False in maintenance, and while another instance is at it. */
  has_run: boolean
  /** Payments with news. */
  settled: number
}

/** Below the minute after which the next run begins. */
const RUN_MS = 45_000
/** Outlasts a run and the slowest call of its end. */
const TURN_SECONDS = 90
/** Rows are small; the list calls of a page are ⌈5000/100⌉. */
const PAGE = 5000
const SETTLED_AT_ONCE = 4

/** Asks the gateway about all that is not final, newest first, going on where the last run stopped. */
export const refreshPaymentsStep = createStep(
  "one2pays-reconcile-payments",
  async (_: undefined, { container }) => {
    const one2pays = one2paysOf(container)
    const run: ReconciliationRun = { has_run: false, settled: 0 }
    if (await one2pays.connection.maintenance()) {
      return new StepResponse(run)
    }
    const turn = await one2pays.reconciliation.start(TURN_SECONDS)
    if (!turn) {
      return new StepResponse(run)
    }
    run.has_run = true
    const stopAt = systemClock.now() + RUN_MS
    let { cursor } = turn
    try {
      // Read with the first page: they share the pages of the gateway's list.
      let late = await one2pays.reconciliation.listEndedLately(PAGE)
      do {
        const page = await one2pays.reconciliation.listUnfinished(cursor, PAGE)
        await requestCancelOfLostOrders(container, one2pays, page.payments)
        const news = one2pays.reconciliation.refresh(
          [...page.payments, ...late],
          stopAt
        )
        late = []
        run.settled += await settleNews(container, news, stopAt)
        if (systemClock.now() < stopAt) {
          cursor = page.cursor
        }
      } while (cursor && systemClock.now() < stopAt)
    } catch (error) {
      logFailure(
        container.resolve<Logger>(ContainerRegistrationKeys.LOGGER),
        "the reconciliation stopped and goes on with its next run",
        error
      )
    } finally {
      await one2pays.reconciliation.finish(cursor)
    }
    return new StepResponse(run)
  }
)

/** Settles a few at a time, until the time is over. */
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

/**
 * Marks what nobody may pay any more: its order was canceled while this plugin did not hear of it,
 * or rolled back.
 */
async function requestCancelOfLostOrders(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  payments: UnfinishedPayment[]
): Promise<void> {
  const waiting = payments.filter(
    ({ state, cancel_requested_at }) =>
      state !== "succeeded" && !cancel_requested_at
  )
  const orderIds = [
    ...new Set(waiting.flatMap(({ order_id }) => order_id ?? [])),
  ]
  const standing = await findStanding(container, orderIds)
  const over = waiting.filter(
    ({ order_id }) => order_id && !standing.has(order_id)
  )
  if (over.length > 0) {
    const now = new Date(systemClock.now())
    await one2pays.payments.requestCancel(over.map(({ id }) => id))
    for (const payment of over) {
      payment.cancel_requested_at = now
    }
  }
}

const ORDERS_AT_ONCE = 1000

/** Which of these orders exist and are not canceled. */
async function findStanding(
  container: MedusaContainer,
  orderIds: string[]
): Promise<Set<string>> {
  const query = queryOf(container)
  const standing = new Set<string>()
  for (let from = 0; from < orderIds.length; from += ORDERS_AT_ONCE) {
    const { data } = await query.graph({
      entity: "order",
      fields: ["id", "status"],
      filters: { id: orderIds.slice(from, from + ORDERS_AT_ONCE) },
    })
    for (const { id, status } of data as { id: string; status: string }[]) {
      if (status !== "canceled") {
        standing.add(id)
      }
    }
  }
  return standing
}
