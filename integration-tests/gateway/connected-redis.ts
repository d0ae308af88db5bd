import { type RateCounters, redisCounters } from "../../src/gateway"
import { until } from "../setup/until"

/** Counters whose connection is made already: they give up making one after a second, and a busy machine may need longer. */
export async function connectedRedis(url: string): Promise<RateCounters> {
  const counters = redisCounters(url)
  await until(
    () =>
      counters
        .open({ keyPrefix: "one2pays:connect", points: 1, windowMs: 1000 })
        .then(
          () => "connected",
          (error: unknown) => String(error)
        ),
    (state) => state === "connected"
  )
  return counters
}
