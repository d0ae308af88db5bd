import { scaleOf } from "../chart-scale"

const day = (amountIn: number, out = 0) => ({ in: amountIn, out })

it.each([
  { days: [day(1290.5)], ticks: [1500, 1000, 500, 0] },
  { days: [day(100), day(0, 100)], ticks: [100, 50, 0, -50, -100] },
  { days: [day(0, 7)], ticks: [0, -2, -4, -6, -8] },
  { days: [day(0.4)], ticks: [0.4, 0.30000000000000004, 0.2, 0.1, 0] },
  { days: [day(0)], ticks: [0] },
  { days: [], ticks: [0] },
])("has round lines that hold every bar: $ticks", ({ days, ticks }) => {
  expect(scaleOf(days).ticks).toEqual(ticks)
})

it("puts the highest line at the top and the lowest at the foot", () => {
  const { at } = scaleOf([day(100, 30)])
  expect([at(100), at(0), at(-50)]).toEqual([0, 2 / 3, 1])
  expect(scaleOf([day(0, 10)]).at(0)).toBe(0)
  expect(scaleOf([day(10)]).at(0)).toBe(1)
})

it("draws the line of days without money at the foot", () => {
  expect(scaleOf([day(0)]).at(0)).toBe(1)
})
