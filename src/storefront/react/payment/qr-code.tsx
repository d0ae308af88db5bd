import { useEffect, useState } from "react"
import type { Texts } from "../texts/texts"
import { fill } from "../texts/texts-for"
import { qrPngUrl, saveQr, svgUrl } from "./save-qr"

/** The QR code that the shop's server has drawn, and the button that saves it. */
export function QrCode({
  svg,
  amount,
  fileName,
  bank,
  texts,
}: {
  svg: string
  /** `฿1,290.50` */
  amount: string
  fileName: string
  /** The bank whose app the customer will open. */
  bank: string | null
  texts: Texts
}) {
  const [outcome, setOutcome] = useState<"saved" | "failed">()
  const png = usePng(svg)

  async function save() {
    setOutcome(undefined)
    try {
      if (await saveQr(svg, fileName)) setOutcome("saved")
    } catch (error) {
      console.error("[one2pays] the QR code could not be saved", error)
      setOutcome("failed")
    }
  }

  return (
    <div className="one2pays-qr">
      <div className="one2pays-qr__card">
        <p className="one2pays-qr__brand" aria-hidden="true">
          PromptPay
        </p>
        <img
          className="one2pays-qr__code"
          src={png ?? svgUrl(svg)}
          data-drawn={png ? "png" : "svg"}
          alt={fill(texts.qrLabel, { amount })}
          width={256}
          height={256}
          data-one2pays="qr"
        />
      </div>
      <button
        type="button"
        className="one2pays-button one2pays-save"
        data-one2pays="save-qr"
        onClick={() => void save()}
      >
        {texts.saveQr}
      </button>
      {/* It is there from the start, so that a screen reader follows it. */}
      <p
        className="one2pays-hint one2pays-news"
        role="status"
        data-one2pays="saved"
      >
        {outcome === "saved" &&
          fill(texts.saved, { bank: bank ?? texts.yourBank })}
      </p>
      {outcome === "failed" && (
        <p className="one2pays-error" role="alert">
          {texts.saveFailed}
        </p>
      )}
    </div>
  )
}

/**
 * The QR code as a PNG. Undefined on a server, until the browser has drawn it, and where it cannot: the SVG then stays.
 */
function usePng(svg: string): string | undefined {
  const [drawn, setDrawn] = useState<{ svg: string; png: string }>()
  useEffect(() => {
    let isWanted = true
    qrPngUrl(svg).then(
      (png) => {
        if (isWanted) setDrawn({ svg, png })
      },
      (error: unknown) => {
        console.warn("[one2pays] the QR code stays an SVG", error)
      }
    )
    return () => {
      isWanted = false
    }
  }, [svg])
  return drawn?.svg === svg ? drawn.png : undefined
}
