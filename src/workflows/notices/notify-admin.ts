import type { INotificationModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { loggerOf } from "../../modules/one2pays/core/query"

export interface AdminNotice {
  title: string
  description: string
  /** The feed shows a notice with the same key once, however often it is sent. */
  idempotency_key: string
}

const notifyAdminStep = createStep(
  "one2pays-notify-admin",
  async (
    { title, description, idempotency_key }: AdminNotice,
    { container }
  ) => {
    try {
      await container
        .resolve<INotificationModuleService>(Modules.NOTIFICATION)
        .createNotifications({
          to: "",
          channel: "feed",
          template: "admin-ui",
          data: { title, description },
          idempotency_key,
        })
    } catch (error) {
      // A shop may have no provider for the feed. The plugin keeps and lists the issue itself all the same.
      loggerOf(container).warn(
        `[one2pays] the admin's notification feed did not take "${title}": ${String(error)}`
      )
    }
    return new StepResponse()
  }
)

/** Puts an entry into the notification feed of the admin panel. */
export const notifyAdminWorkflow = createWorkflow(
  "one2pays-notify-admin",
  (input: AdminNotice) => {
    notifyAdminStep(input)
  }
)
