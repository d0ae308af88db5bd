import { GLYPHS } from "./glyphs"

type Point = readonly [x: number, y: number]

/** A line of text as closed polygons, its baseline at 0 and its middle at 0, in pixels. */
export interface TextOutline {
  polygons: readonly (readonly Point[])[]
  width: number
}

const EM = 200
const LETTERS = new Map(
  GLYPHS.map(([letter, advance, outline]) => [letter, { advance, outline }])
)

/** Vowels above a consonant, and the marks that stand above those, or lower where there is none. */
const UPPER_VOWEL = /[\u0e31\u0e34-\u0e37\u0e47\u0e4d]/
const TONE_MARK = /[\u0e48-\u0e4c]/
const LOWER_BY = 52
const SARA_AM = "\u0e33"

/** Whether the letters are known: a name in Chinese is better left out than drawn in boxes. */
export const canDraw = (text: string): boolean =>
  [...text].every((letter) => LETTERS.has(letter))

/** @param widest in pixels; a longer text is drawn smaller */
export function outlineText(
  text: string,
  size: number,
  widest: number
): TextOutline {
  const letters = [...text]
  const advance = letters.reduce(
    (sum, letter) => sum + (LETTERS.get(letter)?.advance ?? 0),
    0
  )
  const scale = Math.min(size / EM, widest / advance)
  const polygons: Point[][] = []
  let left = -advance / 2
  letters.forEach((letter, at) => {
    const glyph = LETTERS.get(letter)
    const isLow =
      TONE_MARK.test(letter) &&
      !UPPER_VOWEL.test(letters[at - 1] ?? "") &&
      letters[at + 1] !== SARA_AM
    for (const polygon of flatten(glyph?.outline ?? "")) {
      polygons.push(
        polygon.map(([x, y]): Point => [
          (left + x) * scale,
          (isLow ? y + LOWER_BY : y) * scale,
        ])
      )
    }
    left += glyph?.advance ?? 0
  })
  return { polygons, width: advance * scale }
}

/** The straight pieces that stand for a curve. */
const PIECES = 6

/** Reads an outline of the commands M, L, H, V, Q and Z, all absolute. */
function flatten(outline: string): Point[][] {
  const polygons: Point[][] = []
  let polygon: Point[] = []
  for (const [, command, text = ""] of outline.matchAll(
    /([MLHVQZ])([^A-Z]*)/g
  )) {
    const numbers = (text.match(/-?\d+/g) ?? []).map(Number)
    const [x = 0, y = 0] = polygon.at(-1) ?? []
    const [a = 0, b = 0] = numbers
    switch (command) {
      case "M":
        polygons.push((polygon = [[a, b]]))
        break
      case "L":
        for (let i = 0; i < numbers.length; i += 2) {
          polygon.push([numbers[i] ?? 0, numbers[i + 1] ?? 0])
        }
        break
      case "H":
        polygon.push([a, y])
        break
      case "V":
        polygon.push([x, a])
        break
      case "Q":
        bend(polygon, numbers)
        break
      default:
      // Z: a polygon is closed by itself.
    }
  }
  return polygons
}

/** Adds quadratic curves: a point that pulls, and the end, for each. */
function bend(polygon: Point[], numbers: readonly number[]): void {
  for (let i = 0; i < numbers.length; i += 4) {
    const [x0, y0] = polygon.at(-1) ?? [0, 0]
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers.slice(i, i + 4)
    for (let piece = 1; piece <= PIECES; piece++) {
      const t = piece / PIECES
      const u = 1 - t
      polygon.push([
        u * u * x0 + 2 * u * t * x1 + t * t * x2,
        u * u * y0 + 2 * u * t * y1 + t * t * y2,
      ])
    }
  }
}
