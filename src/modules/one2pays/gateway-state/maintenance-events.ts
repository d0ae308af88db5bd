import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import {
  systemClock,
  type MaintenanceOptions,
  type MaintenanceState,
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

/** Tells the merchant's log and event bus of a maintenance. */
export function maintenanceEvents({
  logger,
  event_bus: bus,
}: {
  logger: Logger
  event_bus?: IEventBusModuleService
}): Required<Pick<MaintenanceOptions, "onStarted" | "onEnded">> {
  const startedAt = (state: MaintenanceState) =>
    new Date(state.startedAt).toISOString()
  return {
    async onStarted(state) {
      logger.warn(
        "[one2pays] One2Pays is under maintenance: no calls until it ends; it is asked again from time to time"
      )
      await bus?.emit({
        name: MAINTENANCE_STARTED,
        data: {
          started_at: startedAt(state),
          retry_at: new Date(state.nextProbeAt).toISOString(),
        },
      })
    },
    async onEnded(state) {
      logger.info("[one2pays] the maintenance of One2Pays has ended")
      await bus?.emit({
        name: MAINTENANCE_ENDED,
        data: {
          started_at: startedAt(state),
          ended_at: new Date(systemClock.now()).toISOString(),
        },
      })
    },
  }
}
