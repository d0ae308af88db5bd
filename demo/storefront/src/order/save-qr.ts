const SIZE_PX = 1024
const MARGIN_PX = 64

/**
 * Saves the QR code as a PNG. Whoever pays on the phone that shows it cannot scan it, but every Thai bank's app reads
 * it from the photos, and none of them reads SVG.
 */
export async function saveQr(svg: string, fileName: string): Promise<void> {
  const image = new Image(SIZE_PX, SIZE_PX)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()

  const canvas = document.createElement("canvas")
  canvas.width = canvas.height = SIZE_PX
  const context = canvas.getContext("2d")
  if (!context) {
    return
  }
  context.fillStyle = "#fff"
  context.fillRect(0, 0, SIZE_PX, SIZE_PX)
  context.imageSmoothingEnabled = false
  const inner = SIZE_PX - 2 * MARGIN_PX
  context.drawImage(image, MARGIN_PX, MARGIN_PX, inner, inner)

  const link = document.createElement("a")
  link.download = fileName
  link.href = canvas.toDataURL("image/png")
  link.click()
}
