import { pageIn } from "../use-url-state"

it.each([
  [null, 0],
  ["", 0],
  ["3", 3],
  ["2.9", 2],
  ["-1", 0],
  ["x", 0],
  ["NaN", 0],
])("?page=%s is page %d", (text, page) => {
  expect(pageIn(text)).toBe(page)
})

it.each(["50001", "99999999999", "1e300", "Infinity"])(
  "?page=%s asks the server to skip no more than it can",
  (text) => {
    expect(pageIn(text) * 20).toBe(1_000_000)
  }
)
