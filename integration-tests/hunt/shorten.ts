import type { Act } from "./act"

/** The sequences that are a little simpler than one: without an act, without one of two at once, or of the first order. */
function* simplerThan(acts: Act[]): Generator<Act[]> {
  // The last ones first: what comes after the cause is not needed most often.
  for (let at = acts.length - 1; at >= 0; at--) {
    for (const instead of insteadOf(acts[at]!)) {
      yield [...acts.slice(0, at), ...instead, ...acts.slice(at + 1)]
    }
  }
}

function* insteadOf(act: Act): Generator<Act[]> {
  yield []
  if (act.after) yield [act.after as Act]
  if (act.these) {
    const these = act.these as Act[]
    for (const each of these) yield [each]
    yield these
    for (const simpler of simplerThan(these)) {
      if (simpler.length === these.length) yield [{ ...act, these: simpler }]
    }
  }
  for (const name of ["of", "nth", "more"]) {
    if (act[name]) yield [{ ...act, [name]: 0 }]
  }
}

/**
 * Makes a sequence as short and plain as it can be.
 *
 * @param stillFails whether a sequence has the same fault
 */
export async function shorten(
  acts: Act[],
  stillFails: (acts: Act[]) => Promise<boolean>
): Promise<Act[]> {
  for (const simpler of simplerThan(acts)) {
    if (simpler.length > 0 && (await stillFails(simpler))) {
      return shorten(simpler, stillFails)
    }
  }
  return acts
}
