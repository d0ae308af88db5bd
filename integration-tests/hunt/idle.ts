import { setTimeout } from "node:timers/promises"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Medusa's local event bus, as far as listening to it goes. */
interface LocalBus {
  eventEmitter_: {
    listeners(name: string): ((body: unknown) => Promise<void>)[]
    emit(name: string, body: unknown): boolean
  }
}

/** So many rounds in a row nothing may be under way: an event is on its way to its subscribers for a moment. */
const CALM_ROUNDS = 3

/**
 * Follows the subscribers of Medusa's events, which nobody waits for.
 *
 * @returns waits until none of them works, and none is about to
 */
export function followSubscribers(container: MedusaContainer) {
  const working = new Set<Promise<void>>()
  const bus = container.resolve(Modules.EVENT_BUS) as unknown as LocalBus
  const { eventEmitter_: emitter } = bus
  emitter.emit = (name, body) => {
    const listeners = emitter.listeners(name)
    for (const listen of listeners) {
      const work = Promise.resolve(listen(body)).finally(() => {
        working.delete(work)
      })
      working.add(work)
    }
    return listeners.length > 0
  }
  return async (isCalm: () => boolean): Promise<void> => {
    for (let calm = 0; calm < CALM_ROUNDS;) {
      await Promise.all(working)
      await setTimeout(2)
      calm = working.size === 0 && isCalm() ? calm + 1 : 0
    }
  }
}
