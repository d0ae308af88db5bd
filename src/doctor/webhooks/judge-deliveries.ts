import {
  findOtherRecipe,
  parseWebhook,
  verifyWebhookSignature,
} from "../../gateway"
import { isObject } from "../exchange"
import { finding, type Finding } from "../finding"
import { fieldNames } from "../shapes"
import type { Settings } from "../settings"
import type { Delivery } from "./delivery"

const LATE_SECONDS = 5 * 60

/** Judges webhooks: the secret and the recipe that fit, their form, and how they come again. */
export function judgeDeliveries(
  deliveries: readonly Delivery[],
  settings: Pick<Settings, "secretKey" | "webhookSecrets">
): Finding[] {
  return unique([
    ...judgeSignatures(deliveries, settings),
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
  { headers, rawBody }: Delivery,
  { secretKey, webhookSecrets }: Pick<Settings, "secretKey" | "webhookSecrets">
): number | Finding {
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
  const now = Number(timestamp)
  const webhook = { rawBody, signature, timestamp, now }
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
  return recipe
    ? finding("webhook_recipe", { recipe })
    : finding("webhook_mismatch")
}

function judgeForms(deliveries: readonly Delivery[]): Finding[] {
  const flat = new Set<string>()
  const enveloped = new Set<string>()
  let isUnreadable = false
  for (const { rawBody } of deliveries) {
    const body = parse(rawBody)
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

/** Deliveries of the same bytes are one webhook that came again. */
function judgeRepeats(deliveries: readonly Delivery[]): Finding[] {
  const byBody = new Map<string, Delivery[]>()
  for (const each of deliveries) {
    const body = each.rawBody.toString("latin1")
    byBody.set(body, [...(byBody.get(body) ?? []), each])
  }
  const repeated = [...byBody.values()].filter(({ length }) => length > 1)
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

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    return undefined
  }
}
