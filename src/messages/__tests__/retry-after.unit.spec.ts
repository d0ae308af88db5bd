import { noteRetryAfter, notedRetryAfter, withRetryAfter } from "../retry-after"

const pause = () => new Promise((resolve) => setTimeout(resolve, 1))

/** One request, whose failure says `seconds` somewhere below its handler. */
const request = (seconds: number | undefined) =>
  new Promise<number | undefined>((resolve) => {
    withRetryAfter(() => {
      void pause()
        .then(() => noteRetryAfter(seconds))
        .then(pause)
        .then(() => resolve(notedRetryAfter()))
    })
  })

describe("the wait of a request", () => {
  it("comes from deep below its handler, and to no other request", async () => {
    expect(
      await Promise.all([request(7), request(undefined), request(30)])
    ).toEqual([7, undefined, 30])
  })

  it.each([
    [0, 1],
    [0.2, 1],
    [7.01, 8],
    [1e9, 3600],
    [-3, 1],
    [NaN, undefined],
    [Infinity, undefined],
  ])("is told in whole seconds up to an hour: %p as %p", async (said, told) => {
    expect(await request(said)).toBe(told)
  })

  it("is nowhere outside of a request, where noting it does nothing", () => {
    noteRetryAfter(5)
    expect(notedRetryAfter()).toBeUndefined()
  })
})
