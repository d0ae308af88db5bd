/** Everything random in a test follows from the seed of the run: `--seed=N` takes one again. */
export const runSeed = (): number => Math.abs(jest.getSeed())

/** Numbers in [0, 1) that follow from a seed alone: mulberry32, public domain, by Tommy Ettinger. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of several, the likelier the greater its weight. */
export function pick<T extends string>(
  random: () => number,
  weights: Record<T, number>
): T {
  const entries = Object.entries(weights) as [T, number][]
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  let left = random() * total
  for (const [name, weight] of entries) {
    left -= weight
    if (left < 0) {
      return name
    }
  }
  return entries.at(-1)![0]
}
