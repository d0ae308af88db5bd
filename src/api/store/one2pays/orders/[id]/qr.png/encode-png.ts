import { crc32, deflateSync } from "node:zlib"

export type Rgb = readonly [red: number, green: number, blue: number]

/** A square picture of few colors. */
export interface Picture {
  /** Pixels on each side. */
  size: number
  /** At most 16. */
  palette: readonly Rgb[]
  /** Which color of the palette a pixel has. */
  colorAt(x: number, y: number): number
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

const BITS = 4
const INDEXED = 3

/** Writes a picture as PNG (RFC 2083) with four bits a pixel. */
export function encodePng({ size, palette, colorAt }: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([BITS, INDEXED], 8) // deflate, no filters, not interlaced: zeros

  // Each row starts with the number of its filter, 0.
  const stride = 1 + Math.ceil(size / 2)
  const rows = Buffer.alloc(size * stride)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = y * stride + 1 + (x >> 1)
      const shift = x % 2 === 0 ? 4 : 0
      rows[at] = (rows[at] ?? 0) | (colorAt(x, y) << shift)
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
