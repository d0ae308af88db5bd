import { hideLinkedFromStore } from "../rights/guard-linked-fields"

/** What is left of a request's fields in a Medusa that restricts none. */
function left(fields: unknown): unknown {
  const req = { query: { fields } }
  hideLinkedFromStore(req as never, {} as never, () => undefined)
  return req.query.fields
}

it.each([
  ["id,*one2pays_payments", "id"],
  ["*one2pays_payments", ""],
  ["+order.one2pays_payment.payer_name,total", "total"],
  ["id,total", "id,total"],
  [undefined, undefined],
])("of %p a customer may ask for %p", (fields, allowed) => {
  expect(left(fields)).toBe(allowed)
})
