/** What the doctor asks the gateway. */
export interface Question {
  /** Names the question in transcripts, such as `payments.create`. */
  name: string
  method: "GET" | "POST"
  /** Below `/api/v1`, with every id encoded. */
  path: string
  query?: Readonly<Record<string, string>>
  body?: JsonObject
  /** Only the first question goes without keys: so no wrong server sees them. */
  unsigned?: boolean
}

export type JsonObject = Record<string, unknown>

export interface Answered {
  status: number
  /** @param name in lower case */
  header: (name: string) => string | undefined
  text: string
  /** The parsed body; undefined when it is no JSON. */
  json: unknown
}

/** A question with its answer, or with the reason why there is none. */
export interface Exchange {
  question: Question
  /** Unix time in milliseconds when the answer came. */
  at: number
  ms: number
  answer?: Answered
  failure?: { code: string; reason: string }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The `data` of a success; undefined when the answer is none. */
export function dataOf({ answer }: Exchange): unknown {
  const body = answer?.json
  const isSuccess =
    answer !== undefined &&
    answer.status >= 200 &&
    answer.status < 300 &&
    isObject(body) &&
    body.success === true
  return isSuccess ? body.data : undefined
}

/** The `data` of a success as an object. */
export const objectOf = (exchange: Exchange): JsonObject | undefined => {
  const data = dataOf(exchange)
  return isObject(data) ? data : undefined
}

/** The objects of a list page. */
export const itemsOf = (exchange: Exchange): JsonObject[] | undefined => {
  const list = objectOf(exchange)?.data
  return Array.isArray(list) ? list.filter(isObject) : undefined
}

/** The `error` of a refusal. */
export function errorOf({ answer }: Exchange): JsonObject | undefined {
  const body = answer?.json
  return isObject(body) && isObject(body.error) ? body.error : undefined
}

/** A word for what came: the gateway's error code, the network's, or the status. */
export function codeOf(exchange: Exchange): string {
  const code = errorOf(exchange)?.code
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(code)
    ? code
    : (exchange.failure?.code ?? `HTTP ${exchange.answer?.status ?? "?"}`)
}

export const statusOf = ({ answer }: Exchange): string =>
  String(answer?.status ?? "-")

export const isRefusal = ({ answer }: Exchange): boolean =>
  answer !== undefined && answer.status >= 400 && answer.status < 500

/** The id of an object as a text. The client takes only texts, and what a gateway made with a number has to be canceled, too. */
export const idOf = (of: JsonObject | undefined): string | undefined =>
  typeof of?.id === "number" ? String(of.id) : textOf(of, "id")

/** A filled text of an object's field. */
export const textOf = (
  of: JsonObject | undefined,
  field: string
): string | undefined => {
  const value = of?.[field]
  return typeof value === "string" && value !== "" ? value : undefined
}
