import type { Texts } from "../texts/texts"

/** Leads to the gateway's payment page, in a tab of its own. */
export function PaymentPageLink({ url, texts }: { url: string; texts: Texts }) {
  return (
    <a
      className="one2pays-button one2pays-button--primary"
      href={url}
      target="_blank"
      rel="noopener"
      data-one2pays="open-payment-page"
    >
      {texts.openPaymentPage}
    </a>
  )
}
