const SIZE_PX = 1024
const MARGIN_PX = 64

/** An `<img>` runs no script, whatever an SVG holds, and cannot reach the page. */
export const svgUrl = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/**
 * Saves the QR code as a PNG. Whoever pays on the phone that shows it cannot scan it, but every Thai bank's app reads
 * it from the photos, and none of them reads SVG.
 */
export async function saveQr(svg: string, fileName: string): Promise<void> {
  const png = await drawPng(svg)
  const file = new File([png], fileName, { type: png.type })
  if (!isApplePhone() || !(await share(file))) {
    download(file)
  }
}

async function drawPng(svg: string): Promise<Blob> {
  const image = new Image(SIZE_PX, SIZE_PX)
  image.src = svgUrl(svg)
  await image.decode()

  const canvas = document.createElement("canvas")
  canvas.width = canvas.height = SIZE_PX
  const context = canvas.getContext("2d")
  if (!context) {
    throw new Error("This browser draws no pictures.")
  }
  context.fillStyle = "#fff"
  context.fillRect(0, 0, SIZE_PX, SIZE_PX)
  context.imageSmoothingEnabled = false
  const inner = SIZE_PX - 2 * MARGIN_PX
  context.drawImage(image, MARGIN_PX, MARGIN_PX, inner, inner)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error("This browser makes no PNG."))
    }, "image/png")
  })
}

/** There a download lands among the files, where no bank's app looks; the share sheet offers "Save Image". */
const isApplePhone = () => /iP(hone|ad|od)/.test(navigator.userAgent)

/** @returns false when the browser cannot share it, and it has to be saved in another way */
async function share(file: File): Promise<boolean> {
  const data = { files: [file] }
  try {
    if (!navigator.canShare(data)) {
      return false
    }
    await navigator.share(data)
    return true
  } catch (error) {
    // The customer closed the sheet: that is an answer, not a failure.
    return error instanceof Error && error.name === "AbortError"
  }
}

function download(file: File): void {
  const link = document.createElement("a")
  link.download = file.name
  link.href = URL.createObjectURL(file)
  link.click()
  // Not at once: the browser has only begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
