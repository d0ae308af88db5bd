import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WITHDRAW_EVENTS } from "../modules/one2pays/withdraws/store/news"
import { startSender } from "../workflows/withdraws/start-sender"

/** Sends a withdraw as soon as it may leave. An instance that runs no jobs sends none. */
export default async function withdrawApproved({
  container,
}: SubscriberArgs): Promise<void> {
  const { projectConfig } = container.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  if (projectConfig.workerMode !== "server") {
    startSender(container)
  }
}

export const config: SubscriberConfig = {
  event: WITHDRAW_EVENTS.approved,
  context: { subscriberId: "one2pays-withdraw-approved" },
}
