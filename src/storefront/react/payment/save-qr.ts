/** The picture is the code with a margin of an eighteenth of the whole on each side, as on the page. */
const SIZE_PX = 1008
const MARGIN_PX = SIZE_PX / 18
const CODE_PX = SIZE_PX - 2 * MARGIN_PX

/** The SVG for an `<img>`, which runs no script of an SVG and gives it no way to the page. */
export const svgUrl = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/**
 * Saves the QR code as a PNG. A customer cannot scan the screen of the phone they pay with, but the app of every Thai
 * bank reads the code from the photos, and none of them reads SVG.
 *
 * @returns false when the customer has closed the share sheet
 */
export async function saveQr(svg: string, fileName: string): Promise<boolean> {
  const png = await toPng(await draw(svg))
  const file = new File([png], fileName, { type: png.type })
  const shared = isApplePhone(navigator) ? await share(file) : "impossible"
  if (shared === "impossible") {
    download(file)
  }
  return shared !== "closed"
}

/**
 * The same picture for the page's own `<img>`. A customer can press and hold it to save it in a form that banks' apps
 * read: the browsers inside other apps download nothing. It is a `data:` address like the SVG, so a shop's policy has
 * to allow no more.
 */
export const qrPngUrl = async (svg: string): Promise<string> =>
  (await draw(svg)).toDataURL("image/png")

/** Sets the size in an SVG. Firefox draws nothing for an SVG without one, and the QR code has none. */
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
 * Whether the device is Apple's phone or tablet. A download lands among the files there, where no bank's app looks, but
 * the share sheet offers "Save Image". An iPad calls itself a Macintosh, and a real one has no touch screen.
 */
export const isApplePhone = ({
  userAgent,
  maxTouchPoints,
}: Pick<Navigator, "userAgent" | "maxTouchPoints">): boolean =>
  /iP(hone|ad|od)/.test(userAgent) ||
  (/Mac/.test(userAgent) && maxTouchPoints > 1)

/** @returns `impossible` when the browser cannot share the file, and has to save it in another way */
async function share(file: File): Promise<"shared" | "closed" | "impossible"> {
  const data = { files: [file] }
  try {
    if (!navigator.canShare(data)) {
      return "impossible"
    }
    await navigator.share(data)
    return "shared"
  } catch (error) {
    // The customer has closed the sheet, which is an answer and not a failure.
    return error instanceof Error && error.name === "AbortError"
      ? "closed"
      : "impossible"
  }
}

function download(file: File): void {
  const link = document.createElement("a")
  link.download = file.name
  link.href = URL.createObjectURL(file)
  link.click()
  // The browser has only begun to read the file.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
