import { setImmediate } from "node:timers/promises"

/** So many items are the work of a few milliseconds. */
const TURN = 200

/** Maps a long list, and lets other requests have their turn in between. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item, index: number) => Result
): Promise<Result[]> {
  const results: Result[] = []
  for (const [index, item] of items.entries()) {
    if (index % TURN === TURN - 1) {
      await setImmediate()
    }
    results.push(map(item, index))
  }
  return results
}
