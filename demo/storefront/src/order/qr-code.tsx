import { useLocale } from "../shop/locale-context"
import { saveQr } from "./save-qr"

/** The QR code as the shop's own server drew it. */
export function QrCode({
  svg,
  amount,
  fileName,
}: {
  svg: string
  amount: string
  fileName: string
}) {
  const { t } = useLocale()
  return (
    <div className="qr">
      <p className="qr__brand" aria-hidden="true">
        PromptPay
      </p>
      <div
        className="qr__code"
        role="img"
        aria-label={t.order.qrLabel(amount)}
        data-testid="qr"
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <button
        type="button"
        className="button"
        data-testid="save-qr"
        onClick={() => void saveQr(svg, fileName)}
      >
        {t.order.saveQr}
      </button>
    </div>
  )
}
