import { existingPage } from "../use-existing-page"

describe("a page on which nothing stands any more", () => {
  it.each([
    ["gives way to the last one that there is", 1, 20, 0],
    ["gives way however far behind it is", 7, 41, 2],
    ["stays where there is no other", 0, 0, 0],
    ["gives way to the first one where the search finds nothing", 2, 0, 0],
    [
      "stays while it is the last: the list has changed since it was counted",
      1,
      21,
      1,
    ],
    [
      "is not given up for a later one, of a list that was shown before",
      0,
      50,
      0,
    ],
  ])("%s", (_, page, count, shown) => {
    expect(existingPage(page, { shown: 0, count, size: 20 })).toBe(shown)
  })

  it("is none with something on it, such as the list before until the next one is there", () => {
    expect(existingPage(2, { shown: 5, count: 5, size: 20 })).toBe(2)
  })
})
