import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { inAllLanguages, type Message } from "../../messages"
import { loggerOf, queryOf } from "../../modules/one2pays/core/query"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import { addToFeed, type FeedEntry } from "./add-to-feed"
import { nameOrders } from "./name-orders"

export interface AdminNotice extends Omit<FeedEntry, "title" | "description"> {
  title: Message
  /** May hold ids: staff read the numbers of orders in their place. */
  description: Message
}

const notifyAdminStep = createStep(
  "one2pays-notify-admin",
  async ({ title, description, ...entry }: AdminNotice, { container }) => {
    try {
      const named = await nameOrders(queryOf(container), [title, description])
      await addToFeed(container, {
        ...entry,
        title: inAllLanguages(named(title)),
        description: inAllLanguages(named(description)),
      })
    } catch (error) {
      logFailure(
        loggerOf(container),
        `the admin's notification feed did not take "${title.key}"`,
        error
      )
    }
    return new StepResponse()
  }
)

/** Puts an entry into the notification feed of the admin panel. It never fails the work that it tells of. */
export const notifyAdminWorkflow = createWorkflow(
  "one2pays-notify-admin",
  (input: AdminNotice) => {
    notifyAdminStep(input)
  }
)
