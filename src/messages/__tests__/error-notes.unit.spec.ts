import {
  noteRetryAfter,
  notedRetryAfter,
  notedText,
  noteText,
  withErrorNotes,
} from "../error-notes"

const pause = () => new Promise((resolve) => setTimeout(resolve, 1))

/** One request with a failure that notes `seconds` somewhere below its handler. */
const request = (seconds: number | undefined) =>
  new Promise<number | undefined>((resolve) => {
    withErrorNotes(() => {
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

describe("the text of an error", () => {
  const english = { en: "Not now.", th: "ยังไม่ได้" }
  const other = { en: "Never.", th: "ไม่" }

  it("is found by its message, in the request that threw it and in no other", async () => {
    const told = await Promise.all(
      [[english, other], []].map(
        (thrown) =>
          new Promise((resolve) => {
            withErrorNotes(() => {
              void pause()
                .then(() => thrown.forEach(noteText))
                .then(pause)
                .then(() => resolve(notedText("Not now.")))
            })
          })
      )
    )
    expect(told).toEqual([english, undefined])
  })

  it("is not found by a part of its message", () => {
    withErrorNotes(() => {
      noteText(english)
      for (const message of ["", "Not now", "not now.", "toString"]) {
        expect(notedText(message)).toBeUndefined()
      }
    })
  })

  it("is nowhere outside of a request, where noting it does nothing", () => {
    noteText(english)
    expect(notedText("Not now.")).toBeUndefined()
  })
})
