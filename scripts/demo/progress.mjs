const REMIND_MS = 15_000
const started = Date.now()

/** @param {number} since */
export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}

/** Time since the demo was started. */
export function sinceStart() {
  return seconds(started)
}

/**
 * Says what is being done, how long it has taken so far, and how it ended. Steps may overlap.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work resolves to "unchanged" when an earlier run's result serves
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const stepStarted = Date.now()
  const reminder = setInterval(() => {
    console.log(`  … ${title}, ${seconds(stepStarted)} so far`)
  }, REMIND_MS)
  try {
    const result = await work()
    const note = result === "unchanged" ? "unchanged" : seconds(stepStarted)
    console.log(`  ✓ ${title.padEnd(40)} ${note}`)
    return result
  } catch (error) {
    throw new StepFailed(title, error)
  } finally {
    clearInterval(reminder)
  }
}

export class StepFailed extends Error {
  /**
   * @param {string} title
   * @param {unknown} cause
   */
  constructor(title, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`${title}: failed.\n${reason}`, { cause })
  }
}
