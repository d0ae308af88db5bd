import type { Exchange } from "./exchange"
import { markOf, sentenceOf, topicOf, type Finding } from "./finding"
import { Redactor, secretsOf, type RecordedExchange } from "./redact"
import { modeOf, type CheckPayer, type Settings } from "./settings"
import type { Delivery } from "./webhooks/delivery"

/** The version of the form, for those who read old files. */
const FORMAT = "one2pays-contract/1"
const KEPT_WEBHOOKS = 20

/** Exchanges with a gateway and nothing secret or personal. See docs/contract. */
export interface Recording {
  format: typeof FORMAT
  /** Where it was made: the real gateway, or the sandbox with its readings. */
  source: string
  mode: "test" | "live" | "unknown"
  /** The unit of amounts that the QR proved; null when it is not known. */
  amountUnit: "satang" | "baht" | null
  exchanges: RecordedExchange[]
  webhooks: RecordedDelivery[]
}

interface RecordedDelivery {
  /** Names of all headers, and values of harmless ones. */
  headerNames: string[]
  body: unknown
}

/** A recording with what the doctor made of it. */
interface Transcript extends Recording {
  findings: { topic: string; mark: string; key: string; text: string }[]
}

export interface Seen {
  settings: Settings
  payer?: CheckPayer
  findings: readonly Finding[]
  exchanges: readonly Exchange[]
  deliveries?: readonly Delivery[]
}

export function makeRecording(
  { settings, payer, findings, exchanges, deliveries = [] }: Seen,
  source = "gateway"
): Recording {
  const redactor = new Redactor(secretsOf(settings, payer))
  const unit = findings.find(({ key }) => key.startsWith("unit_"))?.values.unit
  return redactor.clean({
    format: FORMAT,
    source,
    mode: modeOf(settings.apiKey),
    amountUnit: unit === "satang" || unit === "baht" ? unit : null,
    exchanges: exchanges.map((each) => redactor.exchange(each)),
    webhooks: onceEach(deliveries).map(({ headers, rawBody }) => ({
      headerNames: Object.keys(headers)
        .map((name) => name.toLowerCase())
        .filter((name) => /^[a-z]{1,20}(-[a-z]{1,20}){0,4}$/.test(name)),
      body: redactor.value("", parse(rawBody)),
    })),
  })
}

/** The doctor's file for a bug report. */
export function makeTranscript(seen: Seen): Transcript {
  const redactor = new Redactor(secretsOf(seen.settings, seen.payer))
  return redactor.clean({
    ...makeRecording(seen),
    findings: seen.findings.map((each) => ({
      topic: topicOf(each),
      mark: markOf(each),
      key: each.key,
      text: sentenceOf(each, "en"),
    })),
  })
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    return null
  }
}

/** The findings say how webhooks come again. */
const onceEach = (deliveries: readonly Delivery[]): Delivery[] =>
  [
    ...new Map(
      deliveries.map((each) => [each.rawBody.toString("latin1"), each])
    ).values(),
  ].slice(0, KEPT_WEBHOOKS)
