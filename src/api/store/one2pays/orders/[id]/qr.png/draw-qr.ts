import { encodePng, type Rgb } from "./encode-png"

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]

/** The number of white modules around the code that ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4

/** Draws a QR code as PNG. All its modules have the same whole number of pixels. */
export async function drawQr(payload: string, size: number): Promise<Buffer> {
  // The first QR loads the package, not every boot: it reads 57 files.
  const { create } = await import("qrcode")
  const { modules } = create(payload, { errorCorrectionLevel: "M" })
  const scale = Math.max(1, Math.floor(size / (modules.size + 2 * QUIET_ZONE)))
  // A code that is too dense for this size makes the picture larger, never unreadable.
  const width = Math.max(size, scale * (modules.size + 2 * QUIET_ZONE))
  const margin = Math.floor((width - scale * modules.size) / 2)
  const isDark = (column: number, row: number) =>
    column >= 0 &&
    row >= 0 &&
    column < modules.size &&
    row < modules.size &&
    modules.get(row, column) !== 0
  return encodePng({
    size: width,
    palette: [WHITE, BLACK],
    colorAt: (x, y) =>
      isDark(Math.floor((x - margin) / scale), Math.floor((y - margin) / scale))
        ? 1
        : 0,
  })
}
