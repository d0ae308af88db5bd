import jsQR from "jsqr"
import { PNG } from "pngjs"

/** Reads a QR code from a screenshot, as a phone's camera would. */
export function readQr(png: Buffer): string {
  const { data, width, height } = PNG.sync.read(png)
  const code = jsQR(new Uint8ClampedArray(data), width, height)
  if (!code) {
    throw new Error("There is no readable QR code in the picture.")
  }
  return code.data
}

/** The fields of an EMV QR payload: two digits of tag, two of length, the value, and so on. */
export function emvFields(payload: string): Record<string, string> {
  const fields: Record<string, string> = {}
  let rest = payload
  while (rest) {
    const length = Number(rest.slice(2, 4))
    fields[rest.slice(0, 2)] = rest.slice(4, 4 + length)
    rest = rest.slice(4 + length)
  }
  return fields
}
