import { useEffect, useRef, useState } from "react"
import { fetchPaymentLink, toLocale, type PaymentLinkAnswer } from "../../index"
import { isUnknownOrder, LoadError } from "../payment/notices"
import { PaymentPanel, type PaymentPanelProps } from "../payment/payment-panel"
import { textsFor } from "../texts/texts-for"
import { ChoosePayment } from "./choose-payment"

export interface PaymentLinkProps extends Omit<PaymentPanelProps, "initial"> {
  /** Id of the payment collection: the last part of the link's path. */
  collectionId: string
}

interface Seen {
  link?: PaymentLinkAnswer
  error?: unknown
}

/**
 * The page of a payment link that staff have copied from Medusa's dashboard:
 * `/payment-collection/:collectionId?order_id=:orderId`. It asks for the method and the payer's account, and then shows
 * the payment.
 */
export function PaymentLink({ collectionId, ...panel }: PaymentLinkProps) {
  const { sdk, orderId, locale, saved, texts: own, className } = panel
  const texts = textsFor(locale, own)
  const [seen, setSeen] = useState<Seen>({})
  const [isChosen, setChosen] = useState(false)
  const [round, setRound] = useState(0)
  // A new SDK object with every render must not ask again.
  const latest = useRef(sdk)
  useEffect(() => {
    latest.current = sdk
  })

  useEffect(() => {
    const asking = new AbortController()
    const tell = (news: Seen) => {
      if (!asking.signal.aborted) {
        setSeen(news)
      }
    }
    setChosen(false)
    setSeen({})
    fetchPaymentLink(latest.current, orderId, collectionId, {
      ...{ locale: toLocale(locale), signal: asking.signal },
    }).then(
      (link) => tell({ link }),
      (error: unknown) => tell({ error })
    )
    return () => asking.abort()
  }, [orderId, collectionId, locale, round])

  const { link, error } = seen
  if (isChosen || link?.is_chosen) {
    return <PaymentPanel {...panel} />
  }
  return (
    <section
      className={`one2pays one2pays-panel ${className ?? ""}`.trim()}
      lang={toLocale(locale)}
      aria-busy={!link && error === undefined}
      data-one2pays="payment-link"
    >
      <h2 role="status">{heading()}</h2>
      {error !== undefined && (
        <LoadError
          {...{ error, locale, texts, isChecking: false }}
          onReload={() => setRound(round + 1)}
        />
      )}
      {link && link.amount > 0 && (
        <ChoosePayment
          {...{ sdk, link, saved, locale, texts }}
          banks={panel.banks}
          own={own}
          onChosen={() => setChosen(true)}
        />
      )}
    </section>
  )

  function heading(): string {
    if (error !== undefined) {
      return isUnknownOrder(error) ? texts.linkUnknown : texts.titleUnavailable
    }
    if (!link) {
      return texts.loading
    }
    return link.amount > 0 ? texts.linkTitle : texts.linkNothing
  }
}
