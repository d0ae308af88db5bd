import { encodePng, type Rgb } from "./encode-png"

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]

/** Modules around the code that stay white, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4

/** Draws a QR code as PNG, its modules all of the same whole number of pixels. */
export async function drawQr(payload: string, size: number): Promise<Buffer> {
  // With the first QR that is shown, not at every boot: it reads 57 files.
  const { create } = await import("qrcode")
  const { modules } = create(payload, { errorCorrectionLevel: "M" })
  const scale = Math.max(1, Math.floor(size / (modules.size + 2 * QUIET_ZONE)))
  // A code too dense for the size that was asked for makes the picture larger, never unreadable.
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
