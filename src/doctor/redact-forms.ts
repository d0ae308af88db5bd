export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const AMOUNT =
  /^(amount|walletBalance|settlementBalance|min\w*|max\w*)$/i
export const BOUND = /^(min|minimum|max|maximum)(Amount|Limit|Bound)?$/i
export const COUNT = /^(retryAfter|expiresInMinutes)$/
/** Anywhere but beside a list, these names may mean anything. */
export const PAGE_COUNT = /^(page|limit|total|totalPages|remaining)$/
const WORD = /^[a-z]+([_.][a-z]+){0,4}$/

/** Fields of known names, and the form in which their value is kept. */
export const FORMS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(status|paymentMethod|destinationType|type|event)$/, WORD],
  [/^currency$/, /^[A-Z]{3}$/i],
  [/^code$/, /^[A-Z]{2,}(_[A-Z]+){0,6}$/],
  [
    /^field$/,
    /^(amount|currency|referenceId|idempotencyKey|customerBank(Code|AccountName|AccountNumber)|paymentMethod|expiresInMinutes|limit|page)$/,
  ],
  [
    /^(\w+At|timestamp)$/,
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/,
  ],
]

export const HEADERS: Readonly<Record<string, RegExp>> = {
  date: /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/,
  "content-type":
    /^(application\/json|text\/(html|plain))(; ?charset=[\w-]{1,12})?$/,
  "retry-after": /^\d{1,6}$/,
  "x-ratelimit-limit": /^\d{1,7}$/,
  "x-ratelimit-remaining": /^\d{1,7}$/,
  "ratelimit-limit": /^\d{1,7}$/,
  "x-rate-limit-limit": /^\d{1,7}$/,
  via: /^$/,
  location: /^$/,
}
