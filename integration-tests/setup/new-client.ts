import type { MedusaContainer } from "@medusajs/framework/types"
import { createOne2PaysClient } from "medusa-plugin-one2pays/gateway/index"

type ClientOptions = Parameters<typeof createOne2PaysClient>[0]

interface Plugin {
  options: ClientOptions
  context: { gateway: unknown } & Pick<ClientOptions, "logger">
  gate: ClientOptions["gate"]
  clock: ClientOptions["clock"]
}

/** As if the process had just started: it has not learnt yet whether the gateway has by-reference routes. */
export function forgetGateway(container: MedusaContainer): void {
  const { options, context, gate, clock } =
    container.resolve<Plugin>("one2pays")
  const { baseUrl, apiKey, secretKey, amountUnit, balanceUnit, timeoutMs } =
    options
  context.gateway = createOne2PaysClient({
    ...{ baseUrl, apiKey, secretKey, amountUnit, balanceUnit, timeoutMs },
    ...{ gate, clock, logger: context.logger },
  })
}
