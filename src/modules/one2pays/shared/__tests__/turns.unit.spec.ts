import { mapInTurns } from "../turns"

it("maps in order, and lets others work meanwhile", async () => {
  const items = Array.from({ length: 1000 }, (_, at) => at)
  let turns = 0
  let isDone = false
  const others = () => {
    turns += 1
    if (!isDone) setImmediate(others)
  }
  others()
  expect(await mapInTurns(items, (item, at) => item * 2 - at)).toEqual(items)
  isDone = true
  expect(turns).toBeGreaterThan(4)
})
