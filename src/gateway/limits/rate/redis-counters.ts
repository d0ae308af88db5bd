import { once } from "node:events"

import type { Redis } from "ioredis"
import { RateLimiterRedis } from "rate-limiter-flexible"

import type { RateCounters } from "./counters"

const CONNECT_MS = 1000
const LONGEST_RECONNECT_WAIT_MS = 5000

/**
 * Counts in Redis, over a connection of its own.
 *
 * @param url `redis://` or `rediss://`; it may hold a password, so no error repeats it
 */
export function redisCounters(url: string): RateCounters {
  let connecting: Promise<Redis> | undefined
  let closed = false

  const connection = () => {
    connecting ??= connect(url).catch((error: unknown) => {
      connecting = undefined
      throw error
    })
    return connecting
  }

  return {
    async open({ keyPrefix, points, windowMs }) {
      const storeClient = await connection()
      if (closed) {
        storeClient.disconnect()
      }
      return new MillisecondLimiter({
        storeClient,
        rejectIfRedisNotReady: true,
        keyPrefix,
        points,
        duration: windowMs / 1000,
        customIncrTtlLuaScript: COUNT,
      })
    },
    async close() {
      closed = true
      await connecting?.then(
        (redis) => redis.disconnect(),
        () => undefined // There never was a connection.
      )
    },
  }
}

async function connect(url: string): Promise<Redis> {
  // ioredis takes any other text for the path of a socket, and its error would show that text.
  if (!/^rediss?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error("rateLimit.redisUrl must begin with redis:// or rediss://")
  }
  const { Redis } = await loadIoredis()
  const redis = new Redis(url, {
    // A customer would wait along with a call that waits for Redis: better to count without it.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    connectTimeout: CONNECT_MS,
    retryStrategy: (times) => Math.min(times * 200, LONGEST_RECONNECT_WAIT_MS),
  })
  // A call that asks for a turn meets the outage as well, and the fallback logs it once. ioredis
  // would print each try to connect.
  redis.on("error", () => undefined)
  try {
    await once(redis, "ready")
  } catch (error) {
    redis.disconnect()
    throw error
  }
  return redis
}

async function loadIoredis() {
  try {
    return await import("ioredis")
  } catch (error) {
    throw new Error(
      "rateLimit.redisUrl needs the package ioredis: npm install ioredis",
      { cause: error }
    )
  }
}

/** The limiter hands whole seconds to its script. It is told milliseconds, and the script takes them as such. */
class MillisecondLimiter extends RateLimiterRedis {
  override consume(
    key: string | number,
    points = 1,
    { customDuration = this.duration }: { customDuration?: number } = {}
  ) {
    return super.consume(key, points, {
      customDuration: Math.round(customDuration * 1000),
    })
  }
}

/** Counts, and tells the remaining milliseconds, in one go. */
const COUNT = `
redis.call('set', KEYS[1], 0, 'PX', ARGV[2], 'NX')
local consumed = redis.call('incrby', KEYS[1], ARGV[1])
return {consumed, redis.call('pttl', KEYS[1])}`
