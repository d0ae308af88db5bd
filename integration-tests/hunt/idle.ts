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

/** The subscribers of Medusa's events, which nobody waits for. */
export interface Subscribers {
  /** Waits until none of them works, and none is about to. */
  untilIdle(isCalm: () => boolean): Promise<void>
  /** No subscriber hears of Medusa's own events meanwhile. They hear of the plugin's. */
  whileDeaf<Result>(work: () => Promise<Result>): Promise<Result>
}

export function followSubscribers(container: MedusaContainer): Subscribers {
  const working = new Set<Promise<void>>()
  const bus = container.resolve(Modules.EVENT_BUS) as unknown as LocalBus
  const { eventEmitter_: emitter } = bus
  let isDeaf = false
  emitter.emit = (name, body) => {
    const listeners =
      isDeaf && !name.startsWith("one2pays.") ? [] : emitter.listeners(name)
    for (const listen of listeners) {
      const work = Promise.resolve(listen(body)).finally(() => {
        working.delete(work)
      })
      working.add(work)
    }
    return listeners.length > 0
  }
  return {
    async untilIdle(isCalm) {
      for (let calm = 0; calm < CALM_ROUNDS;) {
        await Promise.all(working)
        await setTimeout(2)
        calm = working.size === 0 && isCalm() ? calm + 1 : 0
      }
    },
    async whileDeaf(work) {
      isDeaf = true
      try {
        return await work()
      } finally {
        isDeaf = false
      }
    },
  }
}
