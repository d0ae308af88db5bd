import type { MedusaContainer } from "@medusajs/framework/types"
import { createOne2PaysClient } from "medusa-plugin-one2pays/gateway/index"

type ClientOptions = Parameters<typeof createOne2PaysClient>[0]

interface Plugin {
  options: ClientOptions
  connection: Pick<ClientOptions, "gate" | "clock" | "logger"> & {
    gateway: unknown
    state: { routes: ClientOptions["routes"] }
  }
  payments: { context: { gateway: unknown } }
  withdraws: { context: { gateway: unknown } }
}

/**
 * As if the process had just started: it has not learnt yet whether the gateway has by-reference routes.
 *
 * @param remembers whether it learns from other processes, and they from it
 */
export function forgetGateway(
  container: MedusaContainer,
  { remembers = false } = {}
): void {
  const { options, connection, payments, withdraws } =
    container.resolve<Plugin>("one2pays")
  const { baseUrl, apiKey, secretKey, amountUnit, balanceUnit, timeoutMs } =
    options
  const { gate, clock, logger } = connection
  const gateway = createOne2PaysClient({
    ...{ baseUrl, apiKey, secretKey, amountUnit, balanceUnit, timeoutMs },
    ...{ gate, clock, logger },
    routes: remembers ? connection.state.routes : undefined,
  })
  connection.gateway = gateway
  payments.context.gateway = gateway
  withdraws.context.gateway = gateway
}
