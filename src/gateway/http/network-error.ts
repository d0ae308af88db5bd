import axios from "axios"

import type { GatewayErrorCode, Outcome } from "../errors"

/** The reason why a request got no answer, in words that may be logged. */
interface NetworkFailure {
  code: GatewayErrorCode
  outcome: Outcome
  text: string
  /** The code of Node's or OpenSSL's own error. */
  reason: string
}

// These fail before the process has written one byte of the request.
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "ENETDOWN",
  "EADDRNOTAVAIL",
])
const DNS = /^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL)$/
const CERTIFICATE =
  /^(CERT_\w+|UNABLE_TO_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|ERR_TLS_CERT_ALTNAME_INVALID)$/
const TLS = /^(EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/
const TOO_LARGE = /^maxContentLength size of/
const BROKEN_ENCODING = /^(Z_\w+|ERR__ERROR_\w+)$/

/**
 * Translates a failure of axios or of the socket below it. Only the failure's code goes on: the
 * error itself carries the request with its headers and body.
 */
export function describeNetworkError(error: unknown): NetworkFailure {
  return { ...describe(error), reason: codeOf(error) }
}

function describe(error: unknown): Omit<NetworkFailure, "reason"> {
  const code = codeOf(error)
  if (DNS.test(code)) {
    return {
      code: "DNS_ERROR",
      outcome: "not_sent",
      text: `The gateway's host name does not resolve (${code})`,
    }
  }
  if (CERTIFICATE.test(code)) {
    return {
      code: "TLS_ERROR",
      outcome: "not_sent",
      text: `The gateway's certificate is not trusted (${code})`,
    }
  }
  if (TLS.test(code)) {
    // Unlike a bad certificate, a protocol error can come after the request was written.
    return {
      code: "TLS_ERROR",
      outcome: "unknown",
      text: `The secure connection to the gateway failed (${code})`,
    }
  }
  if (tooLarge(error) || BROKEN_ENCODING.test(code)) {
    return {
      code: "MALFORMED_RESPONSE",
      outcome: "unknown",
      text: "The gateway's answer is too large or cannot be decoded",
    }
  }
  const neverConnected =
    failedToConnect(error) ||
    // A connection that stood can end with some of these codes, too.
    (NEVER_CONNECTED.has(code) && syscallOf(error) === undefined)
  return {
    code: "NETWORK_ERROR",
    outcome: neverConnected ? "not_sent" : "unknown",
    text: `The connection to the gateway ${neverConnected ? "could not be made" : "was lost"} (${code})`,
  }
}

// The message of a foreign error never goes on: it may quote a header or a URL.
function codeOf(error: unknown): string {
  const code = property(error, "code")
  return typeof code === "string" && /^\w{1,64}$/.test(code) ? code : "no code"
}

function tooLarge(error: unknown): boolean {
  return (
    axios.isAxiosError(error) &&
    error.code === "ERR_BAD_RESPONSE" &&
    TOO_LARGE.test(error.message)
  )
}

// ETIMEDOUT alone does not say whether connecting or reading took too long; the system call does.
function failedToConnect(error: unknown): boolean {
  const cause = property(error, "cause") ?? error
  const errors = property(cause, "errors")
  const all: unknown[] =
    Array.isArray(errors) && errors.length > 0 ? errors : [cause]
  return all.every((each) => property(each, "syscall") === "connect")
}

const syscallOf = (error: unknown) =>
  property(property(error, "cause") ?? error, "syscall")

function property(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null
    ? (of as Record<string, unknown>)[name]
    : undefined
}
