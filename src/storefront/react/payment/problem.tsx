/** Says why something that the customer wanted did not work. Nothing without a text. */
export function Problem({
  name,
  text,
}: {
  /** Its `data-one2pays`. */
  name: string
  text: string | undefined
}) {
  return (
    text !== undefined && (
      <p
        className="one2pays-notice one2pays-notice--bad"
        role="alert"
        data-one2pays={name}
      >
        {text}
      </p>
    )
  )
}
