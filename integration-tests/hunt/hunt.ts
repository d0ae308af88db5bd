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
  /** Counts what was played. */
  tally?: Tally
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
  sequences: number
  steps: number
  ms: number
}

/** How often each kind of act was done, and how often it was refused. */
export type Tally = Map<string, { done: number; refused: number }>

export function describeTally(tally: Tally): string {
  const counts = [...tally.values()]
  const done = counts.reduce((sum, each) => sum + each.done, 0)
  const refused = counts.reduce((sum, each) => sum + each.refused, 0)
  const kinds = [...tally]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { done, refused }]) => `${name} ${done}/${done + refused}`)
  return `${done} acts done, ${refused} refused: ${kinds.join(", ")}`
}

/** Plays sequences until one leads to a fault, which is made as short as it can be. */
export async function hunt(
  world: World,
  { seed, runs, longest, except = [], tally = new Map() }: HuntOptions
): Promise<Hunt> {
  const startedAt = Date.now()
  let plays = 0
  let steps = 0
  let found: (Played & { fault: Fault; acts: Act[] }) | undefined

  /** Whether a sequence leads to a fault; once there is one, to one of its kind: another would lead away from it. */
  const fails = async (acts: Act[]): Promise<boolean> => {
    const played = await play(world, acts)
    plays++
    steps += played.told.length
    count(tally, acts, played.told)
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
    sequences: plays,
    steps,
    ms: Date.now() - startedAt,
  }
}

/** A refused step says why, behind the act. */
function count(tally: Tally, acts: Act[], told: string[]): void {
  told.forEach((line, at) => {
    const name = acts[at]!.do
    const counts = tally.get(name) ?? { done: 0, refused: 0 }
    counts[line.includes("  // ") ? "refused" : "done"]++
    tally.set(name, counts)
  })
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
