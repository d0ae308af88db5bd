import { useState } from "react"
import { saveQr, svgUrl } from "./save-qr"
import type { Texts } from "./texts"
import { fill } from "./texts"

/** The QR code as the shop's server drew it, and the button that saves it. */
export function QrCode({
  svg,
  amount,
  fileName,
  texts,
}: {
  svg: string
  /** As it is read, `฿1,290.50`. */
  amount: string
  fileName: string
  texts: Texts
}) {
  const [hasFailed, setHasFailed] = useState(false)

  async function save() {
    setHasFailed(false)
    try {
      await saveQr(svg, fileName)
    } catch (error) {
      console.error("[one2pays] the QR code could not be saved", error)
      setHasFailed(true)
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
          src={svgUrl(svg)}
          alt={fill(texts.qrLabel, { amount })}
          width={256}
          height={256}
          data-one2pays="qr"
        />
      </div>
      <button
        type="button"
        className="one2pays-button"
        data-one2pays="save-qr"
        onClick={() => void save()}
      >
        {texts.saveQr}
      </button>
      {hasFailed && (
        <p className="one2pays-error" role="alert">
          {texts.saveFailed}
        </p>
      )}
    </div>
  )
}
