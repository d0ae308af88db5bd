import {
  BAND_COLOR,
  CARD,
  cardLines,
  INK,
  type CardFacts,
  type CardLine,
} from "../../../../../../card/card"
import { encodePng, mix, type Rgb } from "./encode-png"
import { canDraw, outlineText, type TextOutline } from "./outline-text"

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]

/** The number of white modules around the code that ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4

const rgb = (color: string): Rgb => [
  parseInt(color.slice(1, 3), 16),
  parseInt(color.slice(3, 5), 16),
  parseInt(color.slice(5, 7), 16),
]

const BAND = rgb(BAND_COLOR)

/** Each ink on its ground, in shades from the one to the other for the edges of letters. */
const INKS: Record<CardLine["ink"], [ground: Rgb, ink: Rgb]> = {
  band: [BAND, WHITE],
  mark: [WHITE, BAND],
  strong: [WHITE, rgb(INK.strong)],
  soft: [WHITE, rgb(INK.soft)],
}
const SHADES = 16
const INK_NAMES = Object.keys(INKS) as CardLine["ink"][]

const PALETTE: readonly Rgb[] = [
  ...INK_NAMES.flatMap((name) =>
    Array.from({ length: SHADES }, (_, shade) =>
      mix(...INKS[name], shade / (SHADES - 1))
    )
  ),
  BLACK,
]
/** @param share 0 the ground, 1 the ink */
const shadeOf = (ink: CardLine["ink"], share: number) =>
  INK_NAMES.indexOf(ink) * SHADES + Math.round(share * (SHADES - 1))

const GROUND = shadeOf("mark", 0)
const BLUE = shadeOf("mark", 1)
const DARK = PALETTE.length - 1

/** The part of the card's width that a line of text may take. */
const WIDEST = 0.92

/**
 * Draws the Thai QR card as PNG. All modules of its code have the same whole number of pixels.
 *
 * @param size the width in pixels
 */
export async function drawCard(
  payload: string,
  { payee, ...facts }: CardFacts,
  size: number
): Promise<Buffer> {
  // The first QR loads the package, not every boot: it reads 57 files.
  const { create } = await import("qrcode")
  const { modules } = create(payload, { errorCorrectionLevel: "M" })
  const across = modules.size + 2 * QUIET_ZONE
  // A code that is too dense for this size makes the picture larger, never unreadable.
  const width = Math.max(
    size,
    Math.ceil((across * CARD.width) / CARD.code.size)
  )
  const unit = width / CARD.width
  const height = Math.round(CARD.height * unit)
  const pixels = new Uint8Array(width * height).fill(GROUND)
  const fill = (
    [left, top, wide, high]: [number, number, number, number],
    color: number
  ) => {
    for (let y = top; y < top + high; y++) {
      pixels.fill(color, y * width + left, y * width + left + wide)
    }
  }

  fill([0, 0, width, Math.round(CARD.band * unit)], shadeOf("band", 0))

  const mark = CARD.mark
  const [left, top] = [Math.round(mark.x * unit), Math.round(mark.y * unit)]
  const [wide, high] = [
    Math.round(mark.width * unit),
    Math.round(mark.height * unit),
  ]
  const line = Math.max(1, Math.round(2 * unit))
  fill([left, top, wide, high], BLUE)
  fill([left + line, top + line, wide - 2 * line, high - 2 * line], GROUND)

  const scale = Math.floor((CARD.code.size * unit) / across)
  const inner = (CARD.code.size * unit - scale * modules.size) / 2
  const [codeX, codeY] = [
    Math.round(CARD.code.x * unit + inner),
    Math.round(CARD.code.y * unit + inner),
  ]
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) {
        fill([codeX + column * scale, codeY + row * scale, scale, scale], DARK)
      }
    }
  }

  const lines = cardLines({
    ...facts,
    ...(payee !== undefined && canDraw(payee) ? { payee } : {}),
  })
  for (const { text, y, size, ink } of lines) {
    const outline = outlineText(text, size * unit, width * WIDEST)
    paint(outline, width / 2, y * unit, (x, row, share) => {
      pixels[row * width + x] = shadeOf(ink, share)
    })
  }

  return encodePng({
    width,
    height,
    palette: PALETTE,
    colorAt: (x, y) => pixels[y * width + x] ?? GROUND,
  })
}

/** The rows of samples in a row of pixels. */
const SAMPLES = 4

/** Tells the part of each pixel that lies within the outlines, by the rule of non-zero winding. */
function paint(
  { polygons, width }: TextOutline,
  middle: number,
  baseline: number,
  tell: (x: number, y: number, share: number) => void
): void {
  const from = Math.floor(middle - width / 2) - 2
  const columns = Math.ceil(width) + 5
  const heights = polygons.flat().map(([, y]) => y + baseline)
  const first = Math.floor(Math.min(...heights))
  const last = Math.ceil(Math.max(...heights))
  for (let row = first; row < last; row++) {
    const covered = new Float64Array(columns)
    for (let sample = 0; sample < SAMPLES; sample++) {
      const y = row + (sample + 0.5) / SAMPLES - baseline
      for (const [begin, end] of spansAt(polygons, y)) {
        cover(covered, begin + middle - from, end + middle - from)
      }
    }
    covered.forEach((sum, column) => {
      if (sum > 0) tell(from + column, row, Math.min(sum / SAMPLES, 1))
    })
  }
}

/** The stretches of a horizontal line that lie inside. */
function spansAt(
  polygons: TextOutline["polygons"],
  y: number
): [begin: number, end: number][] {
  const crossings: [x: number, turn: 1 | -1][] = []
  for (const polygon of polygons) {
    polygon.forEach(([x1, y1], at) => {
      const [x2, y2] = polygon[(at + 1) % polygon.length] ?? [x1, y1]
      if (y1 <= y !== y2 <= y) {
        const x = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)
        crossings.push([x, y2 > y1 ? 1 : -1])
      }
    })
  }
  crossings.sort(([a], [b]) => a - b)
  const spans: [number, number][] = []
  let winding = 0
  let begin = 0
  for (const [x, turn] of crossings) {
    if (winding === 0) begin = x
    winding += turn
    if (winding === 0) spans.push([begin, x])
  }
  return spans
}

/** Adds to each pixel how much of its width a stretch takes. */
function cover(covered: Float64Array, begin: number, end: number): void {
  for (let x = Math.floor(begin); x < end; x++) {
    const share = Math.min(end, x + 1) - Math.max(begin, x)
    covered[x] = (covered[x] ?? 0) + share
  }
}
