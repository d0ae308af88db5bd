import { useEffect, useState } from "react"
import { CARD, type CardFacts } from "../../../../card/card"
import type { Texts } from "../../texts/texts"
import { fill } from "../../texts/texts-for"
import { cardSvg } from "./card-svg"
import {
  canShareFiles,
  isApplePhone,
  isInsideApp,
  qrPngUrl,
  saveQr,
  shareQr,
  svgUrl,
} from "./save-qr"

/** The Thai QR card around the code that the shop's server has drawn, and the ways to bring it into a bank's app. */
export function QrCode({
  svg: code,
  facts,
  fileName,
  bank,
  texts,
}: {
  svg: string
  facts: CardFacts
  fileName: string
  /** The bank whose app the customer will open. */
  bank: string | null
  texts: Texts
}) {
  const svg = cardSvg(code, facts)
  const [outcome, setOutcome] = useState<"saved" | "failed">()
  const png = usePng(svg)
  const device = useDevice()

  async function give(how: () => Promise<boolean>) {
    setOutcome(undefined)
    try {
      if (await how()) setOutcome("saved")
    } catch (error) {
      console.error("[one2pays] the QR code could not be saved", error)
      setOutcome("failed")
    }
  }

  const bankName = bank ?? texts.yourBank
  return (
    <div className="one2pays-qr">
      <img
        className="one2pays-qr__card"
        src={png ?? svgUrl(svg)}
        data-drawn={png ? "png" : "svg"}
        alt={fill(texts.qrLabel, { amount: facts.amount })}
        width={CARD.width}
        height={CARD.height}
        data-one2pays="qr"
      />
      {device.isInsideApp ? (
        <p className="one2pays-notice" data-one2pays="hold-qr">
          {fill(texts.holdQr, { bank: bankName })}
        </p>
      ) : (
        <button
          type="button"
          className="one2pays-button one2pays-save"
          data-one2pays="save-qr"
          onClick={() => void give(() => saveQr(svg, fileName))}
        >
          {texts.saveQr}
        </button>
      )}
      {device.canShare && (
        <button
          type="button"
          className="one2pays-button one2pays-share"
          data-one2pays="share-qr"
          onClick={() =>
            void give(() => shareQr(svg, fileName).then(() => false))
          }
        >
          {texts.shareQr}
        </button>
      )}
      {/* It is there from the start, so that a screen reader follows it. */}
      <p
        className="one2pays-hint one2pays-news"
        role="status"
        data-one2pays="saved"
      >
        {outcome === "saved" && fill(texts.saved, { bank: bankName })}
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
 * The device's ways to hand on a picture. A server does not know them, so they come after the first render. An Apple
 * phone saves by its share sheet already.
 */
function useDevice(): { isInsideApp: boolean; canShare: boolean } {
  const [device, setDevice] = useState({ isInsideApp: false, canShare: false })
  useEffect(() => {
    const inside = isInsideApp(navigator.userAgent)
    const canShare =
      !inside && !isApplePhone(navigator) && canShareFiles(navigator)
    setDevice({ isInsideApp: inside, canShare })
  }, [])
  return device
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
