import fc from "fast-check"
import type { Act } from "./act"
import { sequences } from "./acts"
import type { Fault } from "./fault"
import { play, type Played } from "./play"
import { shorten } from "./shorten"
import type { World } from "./world"

export interface HuntOptions {
  seed: number
  /** Sequences at most. */
  runs: number
  /** Acts of a sequence at most. */
  longest: number
  /** Kinds of faults that are known, and not looked for. */
  except?: string[]
}

/** A fault, and the shortest sequence that leads to it. */
export interface Find {
  fault: Fault
  acts: Act[]
  told: string[]
  /** How it was found. */
  after: { sequences: number; ms: number; shortenedMs: number }
}

export interface Hunt {
  find: Find | undefined
  steps: number
  ms: number
}

/** Plays sequences until one leads to a fault, which is made as short as it can be. */
export async function hunt(
  world: World,
  { seed, runs, longest, except = [] }: HuntOptions
): Promise<Hunt> {
  const startedAt = Date.now()
  let steps = 0
  let found: (Played & { fault: Fault; acts: Act[] }) | undefined

  /** Whether a sequence leads to a fault; once there is one, to one of its kind: another would lead away from it. */
  const fails = async (acts: Act[]): Promise<boolean> => {
    const played = await play(world, acts)
    steps += played.told.length
    const fault = played.faults.find(({ kind }) =>
      found ? kind === found.fault.kind : !except.includes(kind)
    )
    if (fault) found = { ...played, fault, acts }
    return fault !== undefined
  }

  const checked = await fc.check(
    fc.asyncProperty(sequences(longest), async (acts) => !(await fails(acts))),
    // fast-check never leaves out the last acts of a sequence.
    { seed: seed | 0, numRuns: runs, endOnFailure: true }
  )
  // A mistake of the hunt's own.
  if (checked.failed && !found) throw checked.errorInstance
  const ms = Date.now() - startedAt
  if (found) await shorten(found.acts, fails)
  return {
    find: found && {
      ...found,
      after: {
        sequences: checked.numRuns,
        ms,
        shortenedMs: Date.now() - startedAt,
      },
    },
    steps,
    ms: Date.now() - startedAt,
  }
}

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`

/** A find, for a person and for `found.ts`. */
export const describeFind = (
  { fault, told, after }: Find,
  seed: number
): string =>
  [
    `${fault.kind}: ${fault.text}`,
    `seed ${seed}, met in sequence ${after.sequences} after ${seconds(after.ms)}, as short as it can be after ${seconds(after.shortenedMs)}:`,
    ...told.map((line) => `  ${line}`),
  ].join("\n")
