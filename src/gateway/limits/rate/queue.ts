import type { CallRank } from "../../call-options"

/** A call that waits for its turn. Times are epoch milliseconds. */
export interface Waiting {
  readonly rank: CallRank
  readonly since: number
}

/** The calls that the queue would serve before another. */
export interface Ahead {
  all: number
  /** Background calls among them. */
  background: number
}

const RANKS: readonly CallRank[] = [
  "checkout",
  "webhook",
  "payout",
  "background",
]

/** Once in so many turns, the call that has waited longest comes first, whatever its rank. */
const OLDEST_EVERY = 4
const OLD_MS = 2000

/**
 * Calls by rank, first come first served within a rank. Every fourth turn goes to the call that has
 * waited longest, if it has waited for more than two seconds: otherwise a rank that always has a
 * call waiting would starve the ranks below. Ageing calls could also move up a rank, but then a
 * flood of them would stand before every customer who comes later.
 */
export class RateQueue<T extends Waiting> {
  private readonly lines: Record<CallRank, T[]> = {
    checkout: [],
    webhook: [],
    payout: [],
    background: [],
  }
  private turns = 0

  get size(): number {
    return RANKS.reduce((sum, rank) => sum + this.lines[rank].length, 0)
  }

  add(call: T): void {
    this.lines[call.rank].push(call)
  }

  remove(call: T): void {
    const line = this.lines[call.rank]
    const at = line.indexOf(call)
    if (at >= 0) {
      line.splice(at, 1)
    }
  }

  /** The call whose turn it is. It stays in the queue. */
  next(now: number, { background }: { background: boolean }): T | undefined {
    const heads = RANKS.flatMap((rank) =>
      rank === "background" && !background ? [] : this.lines[rank].slice(0, 1)
    )
    if (this.turns % OLDEST_EVERY === OLDEST_EVERY - 1) {
      const oldest = heads.reduce<T | undefined>(
        (found, head) => (found && found.since <= head.since ? found : head),
        undefined
      )
      if (oldest && now - oldest.since > OLD_MS) {
        return oldest
      }
    }
    return heads[0]
  }

  /** Takes a call that got its turn out of the queue. */
  serve(call: T): void {
    this.turns += 1
    this.remove(call)
  }

  /** The calls that the queue would serve before one that came now. */
  ahead(rank: CallRank): Ahead {
    const before = RANKS.slice(0, RANKS.indexOf(rank) + 1)
    return {
      all: before.reduce((sum, each) => sum + this.lines[each].length, 0),
      background: rank === "background" ? this.lines.background.length : 0,
    }
  }

  /** Every call, in the order of the ranks alone. */
  *[Symbol.iterator](): Iterator<T> {
    for (const rank of RANKS) {
      // A copy: the caller of this iterator may remove calls.
      yield* [...this.lines[rank]]
    }
  }
}
