import { Transform } from "node:stream"
import zlib from "node:zlib"

/** What a process has done with the bodies that it was sent. */
export interface Consumption {
  /** Bytes that came out of decompression. */
  inflated: number
  /** Characters of the longest text that was parsed at once. */
  longestParsed: number
}

const INFLATERS = [
  zlib.BrotliDecompress,
  zlib.Gunzip,
  zlib.Inflate,
  zlib.InflateRaw,
  zlib.Unzip,
] as unknown as { prototype: Partial<Transform> }[]

/**
 * Counts for the tests of a file what Medusa, which runs in this process, inflates and parses. It changes nothing: every
 * inflater and parser does its work.
 */
export function countConsumption(): { forget(): void; read(): Consumption } {
  const counted: Consumption = { inflated: 0, longestParsed: 0 }
  const forget = () => {
    Object.assign(counted, { inflated: 0, longestParsed: 0 })
  }

  beforeAll(() => {
    const parse = JSON.parse
    jest.spyOn(JSON, "parse").mockImplementation((text, reviver) => {
      counted.longestParsed = Math.max(counted.longestParsed, text.length)
      return parse(text, reviver) as unknown
    })
    for (const { prototype } of INFLATERS) {
      prototype.push = function (this: Transform, chunk: unknown, encoding) {
        counted.inflated += Buffer.isBuffer(chunk) ? chunk.length : 0
        return Transform.prototype.push.call(this, chunk, encoding)
      }
    }
  })
  afterAll(() => {
    jest.restoreAllMocks()
    for (const { prototype } of INFLATERS) {
      delete prototype.push
    }
  })
  beforeEach(forget)

  return { forget, read: () => ({ ...counted }) }
}
