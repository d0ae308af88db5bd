import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { notifyAdminStep, type AdminNotice } from "./steps/notify-admin"

/** Puts an entry into the notification feed of the admin panel. */
export const notifyAdminWorkflow = createWorkflow(
  "one2pays-notify-admin",
  (input: AdminNotice) => {
    notifyAdminStep(input)
  }
)
