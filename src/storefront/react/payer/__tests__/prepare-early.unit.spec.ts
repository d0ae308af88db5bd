import { prepareEarly } from "../prepare-early"

/** Work that ends when the test says so. */
function work() {
  const begun: string[] = []
  const ends: {
    resolve: (result: string) => void
    reject: (error: Error) => void
  }[] = []
  let running = 0
  let most = 0
  const early = prepareEarly((input: { name: string }) => {
    begun.push(input.name)
    most = Math.max(most, ++running)
    return new Promise<string>((resolve, reject) => {
      ends.push({ resolve, reject })
    }).finally(() => running--)
  })
  return {
    early,
    begun,
    end: (nth: number) => ends[nth]?.resolve(`session ${nth}`),
    fail: (nth: number) => ends[nth]?.reject(new Error("offline")),
    most: () => most,
  }
}

const aMoment = () => jest.advanceTimersByTimeAsync(600)

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  jest.useRealTimers()
})

it("does the work once the customer pauses, and hands it over", async () => {
  const { early, begun, end } = work()
  for (const name of ["s", "so", "som"]) early.want({ name })
  expect(begun).toEqual([])
  await aMoment()
  expect(begun).toEqual(["som"])
  early.want({ name: "som" })
  await aMoment()
  end(0)
  expect(await early.take({ name: "som" })).toBe("session 0")
  expect(begun).toEqual(["som"])
})

it("hands over work that still runs", async () => {
  const { early, begun, end } = work()
  early.want({ name: "som" })
  await aMoment()
  const taken = early.take({ name: "som" })
  end(0)
  expect(await taken).toBe("session 0")
  expect(begun).toEqual(["som"])
})

it("does it at once for a customer who is quicker than the pause", async () => {
  const { early, begun, end } = work()
  early.want({ name: "som" })
  const taken = early.take({ name: "som" })
  await aMoment()
  end(0)
  expect(await taken).toBe("session 0")
  expect(begun).toEqual(["som"])
})

it("does it anew for what has changed, and never twice at once", async () => {
  const { early, begun, end, most } = work()
  early.want({ name: "som" })
  await aMoment()
  early.want({ name: "somchai" })
  await aMoment()
  early.want({ name: "somsri" })
  await aMoment()
  expect(begun).toEqual(["som"])
  const taken = early.take({ name: "somsak" })
  end(0)
  await aMoment()
  expect(begun).toEqual(["som", "somsak"])
  end(1)
  expect(await taken).toBe("session 1")
  await aMoment()
  expect(begun).toEqual(["som", "somsak"])
  expect(most()).toBe(1)
})

it("does it early for the last change after work that was out of date", async () => {
  const { early, begun, end } = work()
  early.want({ name: "som" })
  await aMoment()
  early.want({ name: "somsri" })
  await aMoment()
  end(0)
  await aMoment()
  expect(begun).toEqual(["som", "somsri"])
})

it("does nothing for a form that is incomplete, or a customer who has left", async () => {
  const { early, begun } = work()
  early.want({ name: "som" })
  early.want(null)
  await aMoment()
  expect(begun).toEqual([])
})

it("is silent about an early failure, and tries again when it matters", async () => {
  const { early, begun, end, fail } = work()
  early.want({ name: "som" })
  await aMoment()
  fail(0)
  await aMoment()
  const taken = early.take({ name: "som" })
  await aMoment()
  end(1)
  expect(await taken).toBe("session 1")
  expect(begun).toEqual(["som", "som"])
})

it("hands a result over once: a second try gets a fresh one", async () => {
  const { early, begun, end, fail } = work()
  early.want({ name: "som" })
  await aMoment()
  end(0)
  await early.take({ name: "som" })
  const again = early.take({ name: "som" })
  await aMoment()
  fail(1)
  await expect(again).rejects.toThrow("offline")
  expect(begun).toEqual(["som", "som"])
})
