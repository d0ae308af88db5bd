import type { ReactNode } from "react"
import { formatThb, type One2PaysPayment } from "../../index"
import type { Texts } from "../texts/texts"
import { fill } from "../texts/texts-for"
import { dayAndTime } from "./time-of-day"

/** What a customer keeps of a payment that has arrived, and what comes next. */
export function Paid({
  payment: { received, paid_at, reference_id },
  locale,
  texts,
}: {
  payment: One2PaysPayment
  locale: string
  texts: Texts
}) {
  return (
    <>
      <Facts
        facts={[
          [texts.amountPaid, received !== undefined && formatThb(received)],
          [texts.paidAt, paid_at !== undefined && dayAndTime(paid_at, locale)],
          [texts.reference, reference_id],
        ]}
      />
      <p data-one2pays="paid-next">{texts.paidNext}</p>
    </>
  )
}

/** Money that does not fit: what came, what was due, and who answers. */
export function UnderReview({
  payment: { amount, received, reference_id },
  contact,
  texts,
}: {
  payment: One2PaysPayment
  contact: ReactNode
  texts: Texts
}) {
  return (
    <>
      <p className="one2pays-notice" data-one2pays="received">
        {received === undefined
          ? texts.doNotPayAgain
          : fill(texts.receivedOfDue, {
              received: formatThb(received),
              amount: formatThb(amount),
            })}
      </p>
      <Facts facts={[[texts.reference, reference_id]]} />
      <div data-one2pays="contact">{contact ?? texts.contact}</div>
    </>
  )
}

function Facts({ facts }: { facts: [label: string, value: string | false][] }) {
  return (
    <dl className="one2pays-facts" data-one2pays="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          )
      )}
    </dl>
  )
}
