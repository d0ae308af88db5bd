import fc from "fast-check"
import type { Act } from "./act"
import { sequences } from "./acts"
import type { Fault } from "./fault"
import { play } from "./play"
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
  /** Sequences until it was met, and until it was as short as it is. */
  runs: number
  shrinks: number
  metMs: number
  ms: number
}

export interface Hunt {
  find: Find | undefined
  sequences: number
  steps: number
  ms: number
}

/** Plays sequences until one leads to a fault, which is made as short as it can be. */
export async function hunt(
  world: World,
  { seed, runs, longest, except = [] }: HuntOptions
): Promise<Hunt> {
  const startedAt = Date.now()
  let metMs = 0
  let played = 0
  let steps = 0
  let last: { fault: Fault; acts: Act[]; told: string[] } | undefined
  const result = await fc.check(
    fc.asyncProperty(sequences(longest), async (acts) => {
      const outcome = await play(world, acts)
      played++
      steps += outcome.told.length
      // A shorter sequence with another fault would lead away from the one that was found.
      const fault = outcome.faults.find(({ kind }) =>
        last ? kind === last.fault.kind : !except.includes(kind)
      )
      if (!fault) return
      metMs ||= Date.now() - startedAt
      last = { fault, acts, told: outcome.told }
      throw new Error(fault.text)
    }),
    { seed: seed | 0, numRuns: runs }
  )
  const ms = Date.now() - startedAt
  return {
    find: last && {
      ...last,
      runs: result.numRuns,
      shrinks: result.numShrinks,
      metMs,
      ms,
    },
    sequences: played,
    steps,
    ms,
  }
}

/** A find, for a person and for a spec. */
export const describeFind = (
  { fault, told, runs, shrinks, metMs, ms }: Find,
  seed: number
): string =>
  [
    `${fault.kind}: ${fault.text}`,
    `after ${told.length} steps (seed ${seed}, met in sequence ${runs} after ${Math.round(metMs / 1000)} s, shrunk ${shrinks} times until ${Math.round(ms / 1000)} s):`,
    ...told.map((line) => `  ${line},`),
  ].join("\n")
