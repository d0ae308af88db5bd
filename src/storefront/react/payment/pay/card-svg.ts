import {
  BAND_COLOR,
  CARD,
  cardLines,
  INK,
  type CardFacts,
  type CardLine,
} from "../../../../card/card"

const FILLS: Record<CardLine["ink"], string> = {
  band: "#fff",
  mark: BAND_COLOR,
  ...INK,
}

/** Thai vowels and marks above and below a letter, which take no width. */
const UNSPACED = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g
/** About the width of a bold letter in ems: an SVG cannot measure a font. */
const LETTER_EM = 0.62
const WIDEST = CARD.width * 0.92

/**
 * Draws the Thai QR card around the QR code that the shop's server has drawn. The letters are the browser's own: an
 * image loads no fonts.
 */
export function cardSvg(qrSvg: string, facts: CardFacts): string {
  const { width, height, band, mark, code } = CARD
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/>`,
    `<path fill="${BAND_COLOR}" d="M0 0h${width}v${band}H0z"/>`,
    `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" rx="${mark.radius}" fill="none" stroke="${BAND_COLOR}" stroke-width="2"/>`,
    placed(qrSvg, code),
    ...cardLines(facts).map(drawLine),
    "</svg>",
  ].join("")
}

function drawLine({ text, y, size, ink }: CardLine): string {
  const letters = text.replace(UNSPACED, "").length
  const fitting = Math.min(size, WIDEST / (letters * LETTER_EM))
  return `<text x="${CARD.width / 2}" y="${y}" text-anchor="middle" font-family="system-ui, sans-serif" font-weight="700" font-size="${fitting}" fill="${FILLS[ink]}">${escape(text)}</text>`
}

/** Gives an SVG its place inside of another. Firefox draws nothing for one without a size, which the QR code has not. */
export const placed = (
  svg: string,
  { x, y, size }: { x: number; y: number; size: number }
): string =>
  svg.replace(/<svg\b[^>]*>/, (tag) =>
    tag
      .replace(/\s(x|y|width|height)=("[^"]*"|'[^']*')/g, "")
      .replace(
        "<svg",
        `<svg x="${x}" y="${y}" width="${size}" height="${size}"`
      )
  )

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
