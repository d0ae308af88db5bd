import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import {
  createMaintenance,
  createOne2PaysClient,
  createRateBudget,
  type Clock,
  type RateCounters,
} from "../../../gateway"
import type { ResolvedOptions } from "../config/options"
import { callsPerMinute, Connection } from "./connection"
import type { GatewayStateStore } from "./gateway-state-store"
import { maintenanceEvents } from "./maintenance-events"
import { CHECKS, NEXT_PAYMENTS, PICTURES, RequestLimit } from "./request-limit"

/** Opens the connection to the gateway, with its limits and its maintenance. */
export function connect(
  { logger, event_bus }: { logger: Logger; event_bus?: IEventBusModuleService },
  options: ResolvedOptions,
  {
    state,
    counters,
    clock,
  }: { state: GatewayStateStore; counters: RateCounters; clock: Clock }
): Connection {
  const gate = {
    maintenance: createMaintenance({
      store: state,
      clock,
      ...maintenanceEvents({ logger, event_bus }),
    }),
    budget: createRateBudget({
      perMinute: callsPerMinute(options),
      apiKey: options.apiKey,
      counters,
      clock,
      logger,
    }),
  }
  const { baseUrl, apiKey, secretKey, amountUnit, balanceUnit, timeoutMs } =
    options
  return new Connection({
    gateway: createOne2PaysClient({
      ...{ baseUrl, apiKey, secretKey, amountUnit, balanceUnit, timeoutMs },
      ...{ gate, clock, logger },
      routes: state.routes,
    }),
    ...{ gate, state, options, clock, logger },
    checks: new RequestLimit(counters, CHECKS),
    pictures: new RequestLimit(counters, PICTURES),
    nextPayments: new RequestLimit(counters, NEXT_PAYMENTS),
  })
}
