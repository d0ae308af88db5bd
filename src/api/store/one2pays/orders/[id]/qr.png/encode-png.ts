import { PNG } from "pngjs"

export type Rgb = readonly [red: number, green: number, blue: number]

/** A picture of few colors. */
export interface Picture {
  /** Pixels. */
  width: number
  height: number
  palette: readonly Rgb[]
  /** The index of a pixel's color in the palette. */
  colorAt(x: number, y: number): number
}

const GRAY = 0
const RGB = 2

/** Writes a picture as PNG. A picture without colors takes a third of the bytes. */
export function encodePng({
  width,
  height,
  palette,
  colorAt,
}: Picture): Buffer {
  const isGray = palette.every(([r, g, b]) => r === g && g === b)
  const colors = palette.map((color) => (isGray ? color.slice(0, 1) : color))
  const colorType = isGray ? GRAY : RGB
  const png = new PNG({ width, height })
  png.data = Buffer.alloc(width * height * (isGray ? 1 : 3))
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (const channel of colors[colorAt(x, y)] ?? []) {
        png.data[at++] = channel
      }
    }
  }
  return PNG.sync.write(png, {
    colorType,
    inputColorType: colorType,
    inputHasAlpha: false,
    // Flat areas are smallest without a filter. The package's own default, run lengths alone, makes a sign 30 times as large.
    filterType: 0,
    deflateStrategy: 0,
  })
}

/** Mixes two colors, from the first at 0 to the second at 1. */
export const mix = (from: Rgb, to: Rgb, share: number): Rgb => {
  const blend = (a: number, b: number) => Math.round(a + (b - a) * share)
  return [blend(from[0], to[0]), blend(from[1], to[1]), blend(from[2], to[2])]
}
