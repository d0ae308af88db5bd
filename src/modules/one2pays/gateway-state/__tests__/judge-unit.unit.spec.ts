import { judgeUnit } from "../judge-unit"

it.each([
  ["1290.50", "1290.50", "proved"],
  ["1290.5", "1290.50", "proved"],
  ["129050.00", "1290.50", "contradicted"],
  ["12.905", "1290.50", "contradicted"],
  ["1290.53", "1290.50", null],
  ["129053", "1290.50", null],
  ["129.05", "1290.50", null],
  ["0", "1290.50", null],
])("%s for THB %s is %s", (seen, meant, verdict) => {
  expect(judgeUnit(seen, meant)).toBe(verdict)
})
