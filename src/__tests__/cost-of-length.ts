const PARTS = 32
const ROUNDS = 5

/**
 * How many times more processor time it costs to read one long text than as much text in short pieces: about 1, or less, where the time
 * grows with the length, and up to 32 where it grows with its square. The machine's speed is in both and cancels out.
 *
 * @param read makes a text of about so many characters and reads it
 */
export function costOfLength(
  read: (length: number) => unknown,
  length: number
): number {
  const short = Math.ceil(length / PARTS)
  const readShortOnes = () => {
    for (let part = 0; part < PARTS; part++) read(short)
  }
  readShortOnes() // compiles
  let atOnce = Infinity
  let inPieces = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    inPieces = Math.min(inPieces, processorTimeOf(readShortOnes))
    atOnce = Math.min(
      atOnce,
      processorTimeOf(() => read(length))
    )
  }
  return atOnce / inPieces
}

/** Microseconds. Unlike time on the clock, it stands still while other processes run. */
function processorTimeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return Math.max(1, user + system)
}
