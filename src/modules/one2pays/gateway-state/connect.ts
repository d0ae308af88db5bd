import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import {
  createBreaker,
  createOne2PaysClient,
  createRateBudget,
  type Clock,
  type RateCounters,
} from "../../../gateway"
import type { ResolvedOptions } from "../config/options"
import { callsPerMinute, Connection } from "./connection"
import type { GatewayStateStore } from "./gateway-state-store"
import { outageEvents } from "./outage-events"
import { CHECKS, NEXT_PAYMENTS, PICTURES, RequestLimit } from "./request-limit"

/** Opens the connection to the gateway, with its limits and its breaker. */
export function connect(
  { logger, event_bus }: { logger: Logger; event_bus?: IEventBusModuleService },
  options: ResolvedOptions,
  {
    state,
    counters,
    clock,
  }: { state: GatewayStateStore; counters: RateCounters; clock: Clock }
): Connection {
  const { baseUrl, apiKey, secretKey, amountUnit, balanceUnit, timeoutMs } =
    options
  const gate = {
    breaker: createBreaker({
      store: state,
      clock,
      timeoutMs,
      ...outageEvents({ logger, event_bus }),
    }),
    budget: createRateBudget({
      perMinute: callsPerMinute(options),
      apiKey: options.apiKey,
      counters,
      clock,
      logger,
    }),
  }
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
