import {
  findOtherRecipe,
  parseWebhook,
  verifyWebhookSignature,
} from "../../gateway"
import { isObject } from "../exchange"
import { finding, type Finding } from "../finding"
import { fieldNames } from "../shapes"
import type { Settings } from "../settings"
import { bodyOf, identityOf, type Delivery } from "./delivery"

const LATE_SECONDS = 5 * 60

/** Judges webhooks: the secret and the recipe that fit, their form, and how they come again. */
export function judgeDeliveries(
  deliveries: readonly Delivery[],
  settings: Pick<Settings, "secretKey" | "webhookSecrets">
): Finding[] {
  return unique([
    ...judgeSignatures(deliveries, settings),
    ...judgeStamps(deliveries),
    ...judgeForms(deliveries),
    ...judgeRepeats(deliveries),
  ])
}

function judgeSignatures(
  deliveries: readonly Delivery[],
  settings: Pick<Settings, "secretKey" | "webhookSecrets">
): Finding[] {
  const fitting = new Map<number, number>()
  const others: Finding[] = []
  for (const delivery of deliveries) {
    const found = judgeSignature(delivery, settings)
    if (typeof found === "number") {
      fitting.set(found, (fitting.get(found) ?? 0) + 1)
    } else {
      others.push(found)
    }
  }
  return [
    ...[...fitting].map(([secret, count]) =>
      finding("webhook_signed", {
        count: String(count),
        secret: String(secret + 1),
      })
    ),
    ...others,
  ]
}

/** @returns the number of the secret that fits, or why none does. The age does not matter here. */
function judgeSignature(
  delivery: Delivery,
  settings: Pick<Settings, "secretKey" | "webhookSecrets">
): number | Finding {
  const { headers } = delivery
  const signature = headers["x-webhook-signature"]
  const timestamp = headers["x-webhook-timestamp"]
  if (!signature || !timestamp) {
    const similar = Object.keys(headers)
      .filter((name) => /sign|timestamp|webhook|hmac/.test(name))
      .map((name) => name.replace(/-/g, "_"))
    return finding("webhook_unsigned", {
      headers:
        similar.length > 0
          ? fieldNames(similar).replace(/_/g, "-")
          : "X-Webhook-Signature, X-Webhook-Timestamp",
    })
  }
  const found = bodiesOf(delivery).map((rawBody) =>
    compare({ rawBody, signature, timestamp }, settings)
  )
  return (
    found.find((each) => each !== "mismatch") ?? finding("webhook_mismatch")
  )
}

/** An editor that saves a webhook ends its last line. */
const bodiesOf = ({ at, rawBody }: Delivery): Buffer[] => {
  const end = /\r?\n$/.exec(rawBody.toString("latin1"))?.index
  return at === null && end !== undefined
    ? [rawBody, rawBody.subarray(0, end)]
    : [rawBody]
}

function compare(
  signed: { rawBody: Buffer; signature: string; timestamp: string },
  { secretKey, webhookSecrets }: Pick<Settings, "secretKey" | "webhookSecrets">
): number | Finding | "mismatch" {
  const webhook = { ...signed, now: Number(signed.timestamp) }
  const secret = webhookSecrets.findIndex(
    (each) => verifyWebhookSignature({ ...webhook, secrets: [each] }).ok
  )
  if (secret >= 0) {
    return secret
  }
  const recipe = findOtherRecipe(
    { ...webhook, secrets: webhookSecrets },
    secretKey
  )
  if (recipe === "timestamp.body under the API secret") {
    return finding("webhook_api_secret")
  }
  return recipe ? finding("webhook_recipe", { recipe }) : "mismatch"
}

/** The plugin compares a webhook's time with its own, in milliseconds as the vendor documents it. */
function judgeStamps(deliveries: readonly Delivery[]): Finding[] {
  const isOther = deliveries.some(({ headers }) => {
    const stamp = headers["x-webhook-timestamp"]
    return stamp !== undefined && stamp !== "" && !/^\d{13}$/.test(stamp)
  })
  return isOther ? [finding("webhook_timestamp")] : []
}

function judgeForms(deliveries: readonly Delivery[]): Finding[] {
  const flat = new Set<string>()
  const enveloped = new Set<string>()
  let isUnreadable = false
  for (const delivery of deliveries) {
    const body = bodyOf(delivery)
    const event = parseWebhook(body)
    const name = event && /^[a-z_.]{1,50}$/.exec(event.name)?.[0]
    if (!name) {
      isUnreadable = true
    } else if (isObject(body) && isObject(body.data)) {
      enveloped.add(name)
    } else {
      flat.add(name)
    }
  }
  const list = (names: Set<string>) => ({
    events: [...names].sort().join(", "),
  })
  return [
    ...(flat.size > 0 ? [finding("webhook_flat", list(flat))] : []),
    ...(enveloped.size > 0
      ? [finding("webhook_envelope", list(enveloped))]
      : []),
    ...(isUnreadable ? [finding("webhook_unreadable")] : []),
  ]
}

/** Deliveries of the same event are one webhook that came again. */
function judgeRepeats(deliveries: readonly Delivery[]): Finding[] {
  const byEvent = new Map<string, Delivery[]>()
  for (const each of deliveries) {
    const identity = identityOf(each)
    byEvent.set(identity, [...(byEvent.get(identity) ?? []), each])
  }
  const repeated = [...byEvent.values()].filter(({ length }) => length > 1)
  const [first] = repeated
  const [one, two] = first ?? []
  if (!first || !one || !two) {
    return []
  }
  const seconds =
    one.at === null || two.at === null
      ? null
      : Math.round((two.at - one.at) / 1000)
  const values = {
    seconds: seconds === null ? "?" : String(seconds),
    times: String(Math.max(...repeated.map(({ length }) => length)) - 1),
  }
  const stamp = ({ headers }: Delivery) => headers["x-webhook-timestamp"]
  return [
    seconds !== null && seconds >= LATE_SECONDS
      ? finding("webhook_again_late", values)
      : finding("webhook_again", values),
    finding(
      stamp(one) === stamp(two) ? "webhook_signed_once" : "webhook_signed_anew"
    ),
  ]
}

const unique = (findings: Finding[]): Finding[] => [
  ...new Map(findings.map((each) => [JSON.stringify(each), each])).values(),
]
