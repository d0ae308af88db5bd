import type { startSandbox } from "medusa-plugin-one2pays/sandbox"

type Sandbox = Awaited<ReturnType<typeof startSandbox>>
type Fault = Parameters<Sandbox["addFault"]>[0]

/** The sandbox keeps a thousand. */
const KEPT = 900

/** A call that nothing happens to. */
const UNHARMED: Fault = { kind: "slow", delayMs: 0 }

interface Deal {
  faults: readonly Fault[]
  /** So many calls in which exactly one is hit. */
  every: number
  random: () => number
  /** The other calls meet this one. */
  others?: Fault
}

/**
 * Faults as from a pack of cards: which call is hit, and by which fault, is chance, but not how many are, and each fault
 * comes as often as every other one.
 *
 * @returns deals anew, as many as the sandbox keeps: call it before they are used up
 */
export function dealFaults(
  sandbox: Sandbox,
  { faults, every, random, others = UNHARMED }: Deal
): () => void {
  let pack: Fault[] = []
  const draw = (): Fault => {
    if (pack.length === 0) pack = [...faults]
    const at = Math.floor(random() * pack.length)
    return pack.splice(at, 1)[0]!
  }
  return () => {
    for (let kept = sandbox.status().faults.length; kept < KEPT; kept += 3) {
      const before = Math.floor(random() * every)
      const after = every - 1 - before
      if (before > 0) sandbox.addFault({ ...others, times: before })
      sandbox.addFault({ ...draw(), times: 1 })
      if (after > 0) sandbox.addFault({ ...others, times: after })
    }
  }
}
