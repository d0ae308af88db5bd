/**
 * The value below which a share of the numbers lies, as one of them: no interpolation, so that what is printed was measured.
 * @param {readonly number[]} numbers
 * @param {number} share 0.95 for p95
 * @returns {number}
 */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const index = Math.max(0, Math.ceil(sorted.length * share) - 1)
  const value = sorted[index]
  if (value === undefined) throw new Error("A percentile of nothing.")
  return value
}

/** @param {readonly number[]} numbers */
export const median = (numbers) => percentile(numbers, 0.5)
