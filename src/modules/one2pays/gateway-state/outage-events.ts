import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import {
  systemClock,
  type BreakerOptions,
  type Outage,
  type OutageReason,
} from "../../../gateway"

/** The events of a maintenance. The instance that notices first emits them, each once. Times are ISO 8601. */
export const MAINTENANCE_STARTED = "one2pays.maintenance.started"
export const MAINTENANCE_ENDED = "one2pays.maintenance.ended"

export interface MaintenanceStarted {
  started_at: string
  retry_at: string
}

export interface MaintenanceEnded {
  started_at: string
  ended_at: string
}

const SAID: Record<OutageReason, { started: string; ended: string }> = {
  maintenance: {
    started:
      "One2Pays is under maintenance: no calls until it ends; it is asked again from time to time",
    ended: "the maintenance of One2Pays has ended",
  },
  silence: {
    started:
      "One2Pays does not answer: customers who choose it are told so at once, and it is asked again every few seconds",
    ended: "One2Pays answers again",
  },
}

/** Tells the merchant's log of an outage, and the event bus of a maintenance. */
export function outageEvents({
  logger,
  event_bus: bus,
}: {
  logger: Logger
  event_bus?: IEventBusModuleService
}): Required<Pick<BreakerOptions, "onStarted" | "onEnded">> {
  const startedAt = (outage: Outage) => new Date(outage.startedAt).toISOString()
  return {
    async onStarted(outage) {
      logger.warn(`[one2pays] ${SAID[outage.reason].started}`)
      if (outage.reason === "maintenance") {
        await bus?.emit({
          name: MAINTENANCE_STARTED,
          data: {
            started_at: startedAt(outage),
            retry_at: new Date(outage.nextProbeAt).toISOString(),
          },
        })
      }
    },
    async onEnded(outage) {
      logger.info(`[one2pays] ${SAID[outage.reason].ended}`)
      if (outage.reason === "maintenance") {
        await bus?.emit({
          name: MAINTENANCE_ENDED,
          data: {
            started_at: startedAt(outage),
            ended_at: new Date(systemClock.now()).toISOString(),
          },
        })
      }
    },
  }
}
