/** The code and, as on the page, a margin of an eighteenth of the whole on each side. */
const SIZE_PX = 1008
const MARGIN_PX = SIZE_PX / 18
const CODE_PX = SIZE_PX - 2 * MARGIN_PX

/** An `<img>` runs no script, whatever an SVG holds, and cannot reach the page. */
export const svgUrl = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/**
 * Saves the QR code as a PNG. Whoever pays on the phone that shows it cannot scan it, but every Thai bank's app reads
 * it from the photos, and none of them reads SVG.
 */
export async function saveQr(svg: string, fileName: string): Promise<void> {
  const png = await toPng(await draw(svg))
  const file = new File([png], fileName, { type: png.type })
  if (!isApplePhone(navigator) || !(await share(file))) {
    download(file)
  }
}

/**
 * The same picture for the page's own `<img>`, where pressing and holding it saves what a bank's app reads: the browsers
 * inside of other apps do not download. As a `data:` address, like the SVG, so that a shop's policy has to allow no more.
 */
export const qrPngUrl = async (svg: string): Promise<string> =>
  (await draw(svg)).toDataURL("image/png")

/** Firefox draws an SVG that says no size of its own as nothing, and the QR code says none. */
export const withSize = (svg: string, px: number): string =>
  svg.replace(/<svg\b[^>]*>/, (tag) =>
    tag
      .replace(/\s(width|height)=("[^"]*"|'[^']*')/g, "")
      .replace("<svg", `<svg width="${px}" height="${px}"`)
  )

async function draw(svg: string): Promise<HTMLCanvasElement> {
  const image = new Image(CODE_PX, CODE_PX)
  image.src = svgUrl(withSize(svg, CODE_PX))
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
  context.drawImage(image, MARGIN_PX, MARGIN_PX, CODE_PX, CODE_PX)
  return canvas
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error("This browser makes no PNG."))
    }, "image/png")
  })
}

/**
 * There a download lands among the files, where no bank's app looks; the share sheet offers "Save Image". An iPad says
 * that it is a Macintosh, which it is not, since none of those is touched.
 */
export const isApplePhone = ({
  userAgent,
  maxTouchPoints,
}: Pick<Navigator, "userAgent" | "maxTouchPoints">): boolean =>
  /iP(hone|ad|od)/.test(userAgent) ||
  (/Mac/.test(userAgent) && maxTouchPoints > 1)

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
