import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { inTime, systemClock } from "../../../gateway"
import { logFailure } from "../errors/log-failure"
import type { ClaimedNotice } from "./notice"
import type { Claim, NoticeStore } from "./notice-store"

const AT_ONCE = 500

/** Milliseconds. A transaction waits meanwhile, and with it the events of all instances. */
const BUS_ANSWERS_MS = 5000

/**
 * What staff have to hear. A process writes a notice with the change that it tells of, and any process tells it
 * afterwards: a crash in between loses nothing, and a mail that cannot be sent holds up no money.
 */
export class Notices {
  constructor(
    private readonly store: NoticeStore,
    /** A shop may have none. */
    private readonly bus: IEventBusModuleService | undefined,
    private readonly logger: Logger
  ) {}

  /** Emits the events of notices. Where the event bus does not take them, they stay for the next job. */
  async emit(): Promise<void> {
    try {
      let count: number
      do {
        count = await this.store.passOn(AT_ONCE, async (events) => {
          if (this.bus) {
            await inTime(this.bus.emit(events), BUS_ANSWERS_MS, systemClock)
          }
        })
      } while (count === AT_ONCE)
    } catch (error) {
      logFailure(this.logger, "events for the shop were not emitted", error)
    }
  }

  /** Claims what is due to be told. See `NoticeStore.claim`. */
  claim(): Promise<ClaimedNotice[]> {
    return this.store.claim()
  }

  /** Makes a claim last longer. See `NoticeStore.renew`. */
  renew(claim: Claim): Promise<boolean> {
    return this.store.renew(claim)
  }

  /** Notes that a notice is told. See `NoticeStore.finish`. */
  finish(claim: Claim): Promise<void> {
    return this.store.finish(claim)
  }

  /** Deletes notices that are some days old. @returns how many */
  prune(limit: number): Promise<number> {
    return this.store.prune(limit)
  }
}
