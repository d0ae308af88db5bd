import type { INotificationModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import type { LocalizedText } from "../../messages"
import { loggerOf } from "../../modules/one2pays/core/query"

export interface AdminNotice {
  title: LocalizedText
  description: LocalizedText
  /** For a shop's own code that reads the feed; the page does not show it. */
  about?: { order_id: string | null; reference_id: string | null }
  /** The feed shows a notice with the same key once, however often it is sent. */
  idempotency_key: string
}

/** What the feed keeps of a notice. Core shows the English; our middleware shows Thai to those who read it. */
interface KeptNotice {
  title: string
  description: string
  th: { title: string; description: string }
  order_id?: string | null
  reference_id?: string | null
}

/** Whether the data of a notification is a notice of ours. */
export const isTranslated = (data: unknown): data is KeptNotice =>
  typeof data === "object" &&
  data !== null &&
  typeof (data as Partial<KeptNotice>).th?.title === "string"

const notifyAdminStep = createStep(
  "one2pays-notify-admin",
  async (
    { title, description, about, idempotency_key }: AdminNotice,
    { container }
  ) => {
    const data: KeptNotice = {
      title: title.en,
      description: description.en,
      th: { title: title.th, description: description.th },
      ...about,
    }
    try {
      await container
        .resolve<INotificationModuleService>(Modules.NOTIFICATION)
        .createNotifications({
          to: "",
          channel: "feed",
          template: "admin-ui",
          data: { ...data },
          idempotency_key,
        })
    } catch (error) {
      // A shop may have no provider for the feed. The plugin keeps and lists the issue itself all the same.
      loggerOf(container).warn(
        `[one2pays] the admin's notification feed did not take "${title.en}": ${String(error)}`
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
