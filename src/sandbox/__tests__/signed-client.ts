import { createHmac } from "node:crypto"
import type { Sandbox } from "../index"

/** Enough of an answer's envelope to assert on. */
export interface Answer {
  status: number
  text: string
  body: {
    success: boolean
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- assertions reach into any answer
    data: any
    error: {
      code: string
      message: string
      metadata?: Record<string, unknown>
    }
  }
}

/** Signs by the vendor's recipe, without the sandbox's own code. */
export function signature(
  secret: string,
  timestamp: string,
  body: string
): string {
  const hex = createHmac("sha256", secret)
    .update(`${timestamp}.${body}`)
    .digest("hex")
  return `sha256=${hex}`
}

export function signedHeaders(
  sandbox: Sandbox,
  body: string,
  timestamp = Date.now().toString()
): Record<string, string> {
  return {
    "X-API-Key": sandbox.apiKey,
    "X-Timestamp": timestamp,
    "X-Signature": signature(sandbox.secretKey, timestamp, body),
    ...(body === "" ? {} : { "Content-Type": "application/json" }),
  }
}

export async function send(
  sandbox: Sandbox,
  method: string,
  path: string,
  body: string,
  headers: Record<string, string>
): Promise<Answer> {
  const response = await fetch(`${sandbox.url}/api/v1${path}`, {
    method,
    headers,
    body: body === "" ? undefined : body,
  })
  const text = await response.text()
  return { status: response.status, text, body: JSON.parse(text) }
}

export function get(sandbox: Sandbox, path: string): Promise<Answer> {
  return send(sandbox, "GET", path, "", signedHeaders(sandbox, ""))
}

export function post(
  sandbox: Sandbox,
  path: string,
  value?: unknown
): Promise<Answer> {
  const body = value === undefined ? "" : JSON.stringify(value)
  return send(sandbox, "POST", path, body, signedHeaders(sandbox, body))
}

let counter = 0

export function paymentBody(
  changes: Record<string, unknown> = {}
): Record<string, unknown> {
  counter += 1
  return {
    amount: "1000.00",
    currency: "THB",
    referenceId: `order-${counter}`,
    paymentMethod: "promptpay",
    customerBankAccountName: "Somchai Jaidee",
    customerBankAccountNumber: "1234567890",
    customerBankCode: "004",
    ...changes,
  }
}

export function withdrawBody(
  changes: Record<string, unknown> = {}
): Record<string, unknown> {
  counter += 1
  return {
    amount: "1000.00",
    currency: "THB",
    referenceId: `payout-${counter}`,
    destinationType: "bank_account",
    customerBankAccountName: "Somchai Jaidee",
    customerBankAccountNumber: "1234567890",
    customerBankCode: "004",
    ...changes,
  }
}

/** Stops a wait that would last for ever. No machine is as slow as this. */
const LONGEST_WAIT_MS = 120_000

/** Polls until the condition holds. */
export async function until(
  condition: () => boolean | Promise<boolean>
): Promise<void> {
  const end = Date.now() + LONGEST_WAIT_MS
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error("the condition did not come true in time")
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
