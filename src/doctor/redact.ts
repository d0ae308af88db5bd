import { isDecimal } from "../gateway"
import { isObject, textOf, type Exchange, type JsonObject } from "./exchange"
import { amountOf } from "./finding"
import { maskQr } from "./mask-qr"
import {
  HEADERS,
  AMOUNT,
  BOUND,
  FORMS,
  COUNT,
  PAGE_COUNT,
  UUID,
} from "./redact-forms"
import type { CheckPayer, Settings } from "./settings"
import { isFieldName } from "./shapes"

const TEXT = "(text)"
/** Items of a list that a transcript keeps. */
const KEPT_ITEMS = 2
/** What a stranger sends may be as large and as deep as it likes. */
const KEPT_FIELDS = 60
const DEEPEST = 12
const LARGEST_COUNT = 10_000

/** Where a value stands. */
interface Place {
  depth: number
  /** In a payment of the check. */
  isOwn: boolean
  /** Beside a list. */
  isPage: boolean
}

const OUTSIDE: Place = { depth: 0, isOwn: false, isPage: false }

/**
 * Takes everything secret or personal out of what was asked and answered.
 *
 * It keeps what it knows to be harmless and drops the rest, since nobody knows what a gateway or a proxy puts into its
 * answers: known fields keep a value of the known form, and any other value becomes a placeholder of its type. So the
 * shape stays, and the client can read a transcript as if it were the gateway.
 */
export class Redactor {
  private readonly names = new Map<string, string>()

  /**
   * @param secrets taken out of whatever is left, too
   * @param own begins the references of the check's own payments, whose amounts are no secret
   */
  constructor(
    private readonly secrets: readonly string[],
    private readonly own = "one2pays-doctor-"
  ) {}

  exchange({ question, answer, failure, ms }: Exchange): RecordedExchange {
    return this.clean({
      name: question.name,
      method: question.method,
      path: this.path(question.path),
      ...(question.query ? { query: question.query } : {}),
      ...(question.body ? { body: this.value("body", question.body) } : {}),
      ms,
      ...(failure ? { failure } : {}),
      ...(answer
        ? {
            status: answer.status,
            headers: this.headers((name) => answer.header(name)),
            ...(answer.json === undefined
              ? { text: describeText(answer.text) }
              : { answer: this.value("", answer.json) }),
          }
        : {}),
    })
  }

  /** Redacts a JSON value. @param name of its field */
  value(name: string, value: unknown, at: Place = OUTSIDE): unknown {
    if (typeof value === "string") {
      return this.text(name, value, at.isOwn)
    }
    if (typeof value === "number") {
      return this.number(name, value, at)
    }
    if (typeof value !== "object" || value === null) {
      return value
    }
    if (at.depth >= DEEPEST) {
      return null
    }
    const inside = { ...at, depth: at.depth + 1 }
    return Array.isArray(value)
      ? value
          .slice(0, KEPT_ITEMS)
          .map((item) => this.value(name, item, { ...inside, isPage: false }))
      : this.object(value as JsonObject, {
          ...inside,
          isPage: /^(pagination|meta)$/.test(name),
        })
  }

  /** Headers of known names, where their values have the known form. */
  headers(get: (name: string) => string | undefined): Record<string, string> {
    const kept: Record<string, string> = {}
    for (const [name, form] of Object.entries(HEADERS)) {
      const value = get(name)
      if (value !== undefined) {
        kept[name] = form.test(value) ? value : TEXT
      }
    }
    return kept
  }

  /** Takes the known secrets out of everything that will be written. */
  clean<T>(value: T): T {
    return this.cleanValue(value) as T
  }

  private cleanValue(value: unknown): unknown {
    if (typeof value === "string") {
      return this.cleanText(value)
    }
    if (typeof value === "number") {
      return this.cleanText(String(value)) === String(value) ? value : 0
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.cleanValue(item))
    }
    if (!isObject(value)) {
      return value
    }
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([name, each]) => [this.cleanText(name), this.cleanValue(each)])
    return Object.fromEntries(entries)
  }

  private cleanText(text: string): string {
    return this.secrets
      .filter(isTelling)
      .flatMap((secret) => [secret, encodeURIComponent(secret)])
      .reduce((left, secret) => left.split(secret).join("(removed)"), text)
  }

  private object(value: JsonObject, at: Place): JsonObject {
    const inside = {
      ...at,
      isOwn:
        at.isOwn || textOf(value, "referenceId")?.startsWith(this.own) === true,
      isPage: at.isPage || Array.isArray(value.data),
    }
    const entries = Object.entries(value)
      .slice(0, KEPT_FIELDS)
      .map(([name, each], place) => {
        const isShown = isFieldName(name)
        return [
          isShown ? name : `hidden_${place}`,
          name === "metadata" && isObject(each) && !isOwnError(value)
            ? {}
            : this.value(isShown ? name : "", each, inside),
        ]
      })
    return Object.fromEntries(entries) as JsonObject
  }

  private text(name: string, value: string, isOwn: boolean): string {
    if (value === "") {
      return value
    }
    if (/^(id|(payment|withdraw|payout|event)Id)$/.test(name)) {
      return this.pseudonym("id", value)
    }
    if (name === "referenceId" || name === "idempotencyKey") {
      return value.startsWith(this.own)
        ? value
        : this.pseudonym(name === "referenceId" ? "reference" : "key", value)
    }
    if (name === "payload") {
      return maskQr(value, (amount) => (isOwn ? amount : sameForm(amount)))
    }
    if (name === "promptpayId") {
      return "0".repeat(value.length)
    }
    if (name === "paymentAppUrl") {
      return value.startsWith("https:")
        ? "https://pay.example/removed"
        : "http://pay.example/removed"
    }
    if (AMOUNT.test(name) && isDecimal(value)) {
      return isOwn || BOUND.test(name) ? value : sameForm(value)
    }
    return FORMS.some(([names, form]) => names.test(name) && form.test(value))
      ? value
      : TEXT
  }

  private number(name: string, value: number, at: Place): number {
    const isCount =
      (COUNT.test(name) || (at.isPage && PAGE_COUNT.test(name))) &&
      Number.isInteger(value) &&
      value >= 0 &&
      value <= LARGEST_COUNT
    if (isCount || BOUND.test(name) || (AMOUNT.test(name) && at.isOwn)) {
      return value
    }
    return AMOUNT.test(name) ? Number(sameForm(String(value))) : 0
  }

  private path(path: string): string {
    return path
      .split("/")
      .map((part, at, parts) =>
        /^(|payments|withdraws|balance|by-reference|cancel)$/.test(part)
          ? part
          : parts[at - 1] === "by-reference"
            ? this.text("referenceId", decodeURIComponent(part), false)
            : this.pseudonym("id", decodeURIComponent(part))
      )
      .join("/")
  }

  /** The same value gets the same name, of the same form: a UUID stays one. */
  private pseudonym(kind: string, value: string): string {
    const known = this.names.get(`${kind} ${value}`)
    if (known !== undefined) {
      return known
    }
    const number = String(this.names.size + 1)
    const prefix = /^([a-z]{2,8})_[A-Za-z0-9]{8,}$/.exec(value)?.[1]
    const made = UUID.test(value)
      ? `00000000-0000-4000-8000-${number.padStart(12, "0")}`
      : kind === "id" && prefix && /^(pay|wd|wdr|po|evt|txn)$/.test(prefix)
        ? `${prefix}_${number.padStart(16, "0")}`
        : `${kind}-${number}`
    this.names.set(`${kind} ${value}`, made)
    return made
  }
}

/** One exchange as a transcript keeps it. */
export interface RecordedExchange {
  name: string
  method: "GET" | "POST"
  path: string
  query?: Readonly<Record<string, string>>
  body?: unknown
  ms: number
  failure?: { code: string; reason: string }
  status?: number
  headers?: Record<string, string>
  answer?: unknown
  /** In place of an answer that is no JSON. */
  text?: string
}

/** An error's metadata tells limits and fields; an object's is the merchant's own. */
const isOwnError = ({ code, message }: JsonObject) =>
  typeof code === "string" && message !== undefined

/** One, with as many decimals as the amount had: how the gateway writes amounts is no secret, and how much is. */
function sameForm(value: string): string {
  const decimals = /\.(\d+)/.exec(value)?.[1]?.length ?? 0
  const isZero = amountOf(value)?.isZero() ?? false
  return (isZero ? "0" : "1") + (decimals > 0 ? `.${"1".repeat(decimals)}` : "")
}

/** What came in place of JSON. */
function describeText(text: string): string {
  const kind = /^\s*</.test(text) ? "HTML or XML" : "no JSON"
  return `(${kind}, ${text.length} characters)`
}

/** What a check knows to be secret or personal. */
export const secretsOf = (settings: Settings, payer?: CheckPayer): string[] => [
  ...[settings.apiKey, settings.secretKey, ...settings.webhookSecrets],
  ...(payer ? [payer.account_name, payer.account_number] : []),
]

/** Noughts in place of an account number, as the command line has them, tell nothing and are in every placeholder. */
const isTelling = (secret: string) =>
  secret.length > 3 && !/^(.)\1*$/.test(secret)
