import type { Clock } from "../gateway"
import type { DoctorTopic } from "../messages"
import type { JsonObject } from "./exchange"
import type { Finding } from "./finding"
import type { CheckPayer, Settings } from "./settings"
import type { Wire } from "./wire"

/** What the probes of one check share. */
export interface Visit {
  settings: Settings
  wire: Wire
  clock: Clock
  /** Notes findings at once, so that they stand even if the probe ends early. */
  say(...findings: Finding[]): void
  /** Present when the person allowed a payment to be created. */
  create?: { payer: CheckPayer }
  /** The payment that the check created, as the gateway showed it first. */
  created?: JsonObject
  /** The amount of that payment, THB in the configured unit. */
  smallest?: string
  /** Bounds that a refusal named, as the gateway wrote them, and the amount that it refused last. */
  bounds?: { min?: string; max?: string; refused?: string }
}

/**
 * One step of the check: asks, and has the answers judged.
 *
 * @throws Stop when nothing after it could be judged
 */
export interface Probe {
  /** For the progress. */
  name: DoctorTopic
  run(visit: Visit): Promise<Finding[]>
}
