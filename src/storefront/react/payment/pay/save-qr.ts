import { CARD } from "../../../../card/card"

/** The pixels of a picture to each of the card's units. */
const SCALE = 3
const [WIDTH_PX, HEIGHT_PX] = [CARD.width * SCALE, CARD.height * SCALE]

/** The SVG for an `<img>`, which runs no script of an SVG and gives it no way to the page. */
export const svgUrl = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/**
 * Saves the card with the QR code as a PNG. A customer cannot scan the screen of the phone they pay with, but the app of every Thai
 * bank reads the code from the photos, and none of them reads SVG.
 *
 * @returns false when the customer has closed the share sheet
 */
export async function saveQr(svg: string, fileName: string): Promise<boolean> {
  const file = await toFile(svg, fileName)
  const shared = isApplePhone(navigator) ? await share(file) : "impossible"
  if (shared === "impossible") {
    download(file)
  }
  return shared !== "closed"
}

/** Offers the same picture to the other apps of the phone: a bank's, or the chat with whoever pays. */
export async function shareQr(svg: string, fileName: string): Promise<void> {
  const file = await toFile(svg, fileName)
  if ((await share(file)) === "impossible") {
    download(file)
  }
}

async function toFile(svg: string, fileName: string): Promise<File> {
  const png = await toPng(await draw(svg))
  return new File([png], fileName, { type: png.type })
}

/**
 * The same picture for the page's own `<img>`. A customer can press and hold it to save it in a form that banks' apps
 * read: the browsers inside other apps download nothing. It is a `data:` address like the SVG, so a shop's policy has
 * to allow no more.
 */
export const qrPngUrl = async (svg: string): Promise<string> =>
  (await draw(svg)).toDataURL("image/png")

async function draw(svg: string): Promise<HTMLCanvasElement> {
  const image = new Image(WIDTH_PX, HEIGHT_PX)
  image.src = svgUrl(svg)
  await image.decode()

  const canvas = document.createElement("canvas")
  canvas.width = WIDTH_PX
  canvas.height = HEIGHT_PX
  const context = canvas.getContext("2d")
  if (!context) {
    throw new Error("This browser draws no pictures.")
  }
  context.drawImage(image, 0, 0, WIDTH_PX, HEIGHT_PX)
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

/**
 * Whether the page stands in the browser inside LINE, Facebook, Messenger, Instagram or TikTok, which downloads nothing.
 * Pressing and holding a picture works in all of them.
 */
export const isInsideApp = (userAgent: string): boolean =>
  /\bLine\/|\bFB(AN|AV|_IAB)\b|\bInstagram\b|musical_ly|BytedanceWebview/i.test(
    userAgent
  )

/** Whether this device hands pictures on to its other apps. */
export function canShareFiles({ canShare }: Partial<Navigator>): boolean {
  const file = new File([], "qr.png", { type: "image/png" })
  return canShare?.call(navigator, { files: [file] }) ?? false
}

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
