import type { CallRank } from "../../../call-options"
import { RateQueue, type Waiting } from "../queue"

interface Call extends Waiting {
  name: string
}

function queueOf(...calls: [CallRank, since: number, name: string][]) {
  const queue = new RateQueue<Call>()
  for (const [rank, since, name] of calls) {
    queue.add({ rank, since, name })
  }
  return queue
}

function serve(queue: RateQueue<Call>, now: number, turns: number) {
  return Array.from({ length: turns }, () => {
    const call = queue.next(now, { background: true })
    if (call) {
      queue.serve(call)
    }
    return call?.name
  })
}

describe("the queue of gateway calls", () => {
  it("serves checkouts first, then webhooks, each in the order they came", () => {
    const queue = queueOf(
      ["background", 1, "job"],
      ["webhook", 2, "news 1"],
      ["checkout", 3, "customer 1"],
      ["webhook", 4, "news 2"],
      ["checkout", 5, "customer 2"]
    )
    expect(serve(queue, 10, 6)).toEqual([
      "customer 1",
      "customer 2",
      "news 1",
      "news 2",
      "job",
      undefined,
    ])
  })

  it("gives every fourth turn to whoever has waited longest", () => {
    const queue = queueOf(
      ["background", 0, "job"],
      ["webhook", 100, "news"],
      ...Array.from({ length: 10 }, (_, at): [CallRank, number, string] => [
        "checkout",
        2000,
        `${at}`,
      ])
    )
    expect(serve(queue, 2500, 9)).toEqual([
      "0",
      "1",
      "2",
      "job",
      "3",
      "4",
      "5",
      "news",
      "6",
    ])
  })

  it("does so only after two seconds", () => {
    const queue = queueOf(
      ["background", 0, "job"],
      ...Array.from({ length: 10 }, (_, at): [CallRank, number, string] => [
        "checkout",
        0,
        `${at}`,
      ])
    )
    expect(serve(queue, 2000, 5)).toEqual(["0", "1", "2", "3", "4"])
  })

  it("passes the background over when it has had its share", () => {
    const queue = queueOf(["background", 0, "job"])
    expect(queue.next(9000, { background: false })).toBeUndefined()
    expect(queue.next(9000, { background: true })?.name).toBe("job")
  })

  it("knows how many are ahead of a rank", () => {
    const queue = queueOf(
      ["background", 0, "job"],
      ["webhook", 0, "news"],
      ["checkout", 0, "customer"]
    )
    expect(queue.ahead("checkout")).toEqual({ all: 1, background: 0 })
    expect(queue.ahead("webhook")).toEqual({ all: 2, background: 0 })
    expect(queue.ahead("background")).toEqual({ all: 3, background: 1 })
  })
})
