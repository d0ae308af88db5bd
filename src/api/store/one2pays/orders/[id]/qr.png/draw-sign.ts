import { CARD } from "../../../../../../card/card"
import { encodePng, mix, type Rgb } from "./encode-png"

/** The sign in the place of a QR that nobody should pay: `tick` paid, `cross` ended, `clock` not now. */
export type Sign = "tick" | "cross" | "clock"

type Point = readonly [x: number, y: number]
type Line = readonly [from: Point, to: Point]

const RATIO = CARD.height / CARD.width
/** Lengths are in parts of the picture's width. */
const MIDDLE: Point = [0.5, 0.5]
const RADIUS = 0.3
const STROKE = 0.028

const SIGNS: Record<Sign, { color: Rgb; lines: readonly Line[] }> = {
  tick: {
    color: [21, 128, 61],
    lines: [
      [
        [0.37, 0.51],
        [0.46, 0.6],
      ],
      [
        [0.46, 0.6],
        [0.64, 0.41],
      ],
    ],
  },
  cross: {
    color: [107, 114, 128],
    lines: [
      [
        [0.4, 0.4],
        [0.6, 0.6],
      ],
      [
        [0.6, 0.4],
        [0.4, 0.6],
      ],
    ],
  },
  clock: {
    color: [107, 114, 128],
    lines: [
      [
        [0.5, 0.33],
        [0.5, 0.5],
      ],
      [
        [0.5, 0.5],
        [0.61, 0.57],
      ],
    ],
  },
}

const SHADES = 16
const WHITE: Rgb = [255, 255, 255]

/**
 * Draws a white sign on a colored disc. It has no words, since nobody knows the reader's language, and the size of a
 * card, whose place it takes in the mail.
 */
export function drawSign(sign: Sign, width: number): Buffer {
  const { color, lines } = SIGNS[sign]
  const palette = Array.from({ length: SHADES }, (_, shade) =>
    mix(WHITE, color, shade / (SHADES - 1))
  )
  const height = Math.round(width * RATIO)
  const above = (height - width) / 2
  return encodePng({
    width,
    height,
    palette,
    colorAt(x, y) {
      const point: Point = [(x + 0.5) / width, (y + 0.5 - above) / width]
      const disc = covered(RADIUS - distance(point, MIDDLE), width)
      if (disc === 0) {
        return 0
      }
      let stroke = 0
      for (const line of lines) {
        stroke = Math.max(
          stroke,
          covered(STROKE - distanceTo(line, point), width)
        )
      }
      return Math.round(disc * (1 - stroke) * (SHADES - 1))
    },
  })
}

/** The part of a pixel that lies inside, from its distance to the edge. */
const covered = (inside: number, size: number) =>
  Math.min(Math.max(inside * size + 0.5, 0), 1)

const distance = ([ax, ay]: Point, [bx, by]: Point) =>
  Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2) // this is four times as fast as Math.hypot

function distanceTo([from, to]: Line, point: Point): number {
  const along: Point = [to[0] - from[0], to[1] - from[1]]
  const share =
    ((point[0] - from[0]) * along[0] + (point[1] - from[1]) * along[1]) /
    (along[0] ** 2 + along[1] ** 2)
  const near = Math.min(Math.max(share, 0), 1)
  return distance(point, [from[0] + near * along[0], from[1] + near * along[1]])
}
