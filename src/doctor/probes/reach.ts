import {
  errorOf,
  isObject,
  type Answered,
  type Exchange,
  type JsonObject,
} from "../exchange"
import { finding, markOf, type Finding } from "../finding"
import { CALL_MS, Stop } from "../wire"
import type { Probe } from "../visit"

/** A customer notices a longer wait. */
const SLOW_MS = 3_000

/** HTTP 511, with which a hotel's network asks for its login. */
const NETWORK_LOGIN = 511

const PATH = "/balance"

/**
 * Whether One2Pays answers at the address. The question carries no keys, so that a wrong server does not get them: the
 * right one refuses it in its own way.
 */
export const reach: Probe = {
  name: "address",
  async run({ wire, settings }) {
    const exchange = await wire.ask({
      ...{ name: "reach", method: "GET", path: PATH, unsigned: true },
    })
    const findings = [
      ...judgeReach(exchange, new URL(settings.baseUrl)),
      ...judgeProxy(exchange, process.env),
    ]
    const fatal = findings.some((each) => markOf(each) === "bad")
    const isPaused = findings.some(({ key }) => key === "maintenance")
    if (fatal || isPaused) {
      throw new Stop(findings)
    }
    return findings
  },
}

/** Judges the answer to a question without keys. */
export function judgeReach(exchange: Exchange, address: URL): Finding[] {
  const { host } = address
  const { answer, failure, ms } = exchange
  if (failure) {
    return [judgeFailure(failure, host)]
  }
  if (!answer) {
    return []
  }
  const { status, text } = answer
  if (status >= 300 && status < 400) {
    const to = placeOf(answer.header("location"), address)
    return [finding("redirected", { to })]
  }
  if (status === NETWORK_LOGIN) {
    return [finding("web_page", { host })]
  }
  const error = errorOf(exchange)
  if (error?.code === "MAINTENANCE_MODE") {
    return [finding("maintenance")]
  }
  // Before the form: what stands before a gateway that is down answers with a page of its own.
  if (status >= 500) {
    return [finding("gateway_down", { host, status: String(status) })]
  }
  if (status === 404) {
    return [finding("path_missing", { host, path: pathOf(address) })]
  }
  if (isPage(answer)) {
    return [finding(status === 403 ? "blocked" : "web_page", { host })]
  }
  if (answer.json === undefined) {
    const isCut = looksCut(answer.header("content-type"), text)
    return [finding(isCut ? "half_answer" : "other_api", { host })]
  }
  if (!isEnvelope(answer.json)) {
    return [finding("other_api", { host })]
  }
  if (status < 300 && answer.json.success === true) {
    return [finding("keys_not_needed", { host })]
  }
  return [
    ms > SLOW_MS
      ? finding("address_slow", { host, ms: String(ms) })
      : finding("address_ok", { host, ms: String(ms) }),
  ]
}

/** Judges a failure of the network in the words of a shop's owner. */
export function judgeFailure(
  { code, reason }: { code: string; reason: string },
  host: string
): Finding {
  switch (code) {
    case "DNS_ERROR":
      return finding("address_unknown", { host })
    case "TIMEOUT":
      return finding("address_silent", {
        host,
        seconds: String(CALL_MS / 1000),
      })
    case "MALFORMED_RESPONSE":
      return finding("half_answer", { host })
    case "TLS_ERROR":
      return judgeTls(reason, host)
    default:
      return /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/.test(
        reason
      )
        ? finding("address_refused", { host })
        : /^(ERR_BAD_RESPONSE|HPE_\w+)$/.test(reason)
          ? finding("half_answer", { host })
          : finding("address_lost", { host })
  }
}

function judgeTls(reason: string, host: string): Finding {
  if (/EXPIRED|NOT_YET_VALID/.test(reason)) {
    return finding("certificate_expired", { host })
  }
  if (/ALTNAME|HOSTNAME/.test(reason)) {
    return finding("certificate_name", { host })
  }
  return /^(EPROTO|ERR_SSL_|ERR_TLS_)/.test(reason)
    ? finding("tls_failed", { host, code: reason })
    : finding("certificate_untrusted", { host, code: reason })
}

/** Judges whether something stands in between. */
export function judgeProxy(
  { answer }: Exchange,
  env: Readonly<Record<string, string | undefined>>
): Finding[] {
  const variable = Object.keys(env).find(
    (name) => /^(https?|all)_proxy$/i.test(name) && env[name]
  )
  const header = ["via", "x-cache", "proxy-connection"].find((name) =>
    answer?.header(name)
  )
  return [
    ...(variable ? [finding("proxy_used", { name: variable })] : []),
    ...(header ? [finding("proxy_between", { name: header })] : []),
  ]
}

const pathOf = ({ pathname }: URL) =>
  `${pathname.replace(/\/+$/, "").replace(/\/api\/v1$/, "")}/api/v1${PATH}`

/** Only the place: a login page's address may carry a token. */
function placeOf(location: string | undefined, from: URL): string {
  const isUrl = location !== undefined && URL.canParse(location, from.origin)
  return isUrl ? new URL(location, from.origin).origin : "?"
}

/** Whether a web page came in place of the API's answer. */
export const isPage = ({ header, text }: Answered): boolean =>
  header("content-type")?.includes("text/html") === true ||
  /^\s*<(!doctype|html|head|body)/i.test(text)

const looksCut = (type: string | undefined, text: string): boolean =>
  type?.includes("json") === true || /^\s*[{[]/.test(text)

/** An error may be of any form: the vendor documents that of its own errors, not of what stands before its API. */
const isEnvelope = (json: unknown): json is JsonObject =>
  isObject(json) &&
  (typeof json.success === "boolean" ||
    (isObject(json.error) && typeof json.error.code === "string"))
