import { redisCounters } from "../redis-counters"

const WINDOW = { keyPrefix: "test", points: 5, windowMs: 500 }

const failureOf = async (url: string) => {
  const counters = redisCounters(url)
  const message = await counters.open(WINDOW).then(
    () => "opened",
    (error: unknown) => String(error)
  )
  await counters.close()
  return message
}

describe("counters in Redis", () => {
  it("fail soon when nobody listens, without the password", async () => {
    const message = await failureOf("redis://:hunter2@127.0.0.1:1")
    expect(message).toContain("ECONNREFUSED")
    expect(message).not.toContain("hunter2")
  })

  it.each([
    "redis//:hunter2@127.0.0.1",
    "127.0.0.1:6379",
    "redis://:hunter2@:x",
  ])("take no address of another kind: %s", async (url) => {
    expect(await failureOf(url)).toBe(
      "Error: rateLimit.redisUrl must begin with redis:// or rediss://"
    )
  })

  it("say what to install when ioredis is missing", async () => {
    jest.doMock("ioredis", () => {
      throw new Error("Cannot find module 'ioredis'")
    })
    expect(await failureOf("redis://127.0.0.1:1")).toBe(
      "Error: rateLimit.redisUrl needs the package ioredis: npm install ioredis"
    )
    jest.dontMock("ioredis")
  })
})
