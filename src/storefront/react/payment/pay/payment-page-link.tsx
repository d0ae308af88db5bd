import type { Texts } from "../../texts/texts"

/** Leads to the gateway's payment page, in a tab of its own. */
export function PaymentPageLink({
  url,
  isPrimary = true,
  texts,
}: {
  url: string
  isPrimary?: boolean
  texts: Texts
}) {
  return (
    <a
      className={
        isPrimary
          ? "one2pays-button one2pays-button--primary"
          : "one2pays-link one2pays-link--page"
      }
      href={url}
      target="_blank"
      rel="noopener"
      data-one2pays="open-payment-page"
    >
      {texts.openPaymentPage}
    </a>
  )
}
