import { randomUUID } from "node:crypto"
import { readQr, type AmountUnit } from "../../gateway"
import {
  codeOf,
  errorOf,
  isObject,
  isRefusal,
  objectOf,
  statusOf,
  textOf,
  type Exchange,
  type JsonObject,
} from "../exchange"
import { amountOf, finding, type Finding } from "../finding"
import { judgeShape } from "../judge-shape"
import type { Settings } from "../settings"
import { SHAPES } from "../shapes"
import type { Probe, Visit } from "../visit"
import { boundOf, fromUnit, toUnit } from "./amounts"
import { judgeInstructions, judgeUnit } from "./instructions"

/** The shortest time that the gateway takes. */
const EXPIRES_IN_MINUTES = 5
/** THB that are tried until the gateway takes one. */
const LADDER = ["1", "10", "20", "50", "100"]
const READS = 4
const READ_PAUSE_MS = 1_500
/** For canceling, after the time of the check is over. */
const CLEANUP_MS = 8_000

/** Makes the smallest PromptPay payment, looks at it from all sides and cancels it, whatever happens meanwhile. */
export const create: Probe = {
  name: "payment",
  async run(visit) {
    if (!visit.create) {
      return [
        finding("create_not_asked", { how: "--create" }),
        finding("unit_open", { why: "--create" }),
      ]
    }
    const open = new Map<string, JsonObject>()
    const findings: Finding[] = []
    const say = (...more: Finding[]) => findings.push(...more)
    const desk = new Desk(visit, open)
    try {
      const made = await makeSmallest(desk, say)
      if (made) {
        visit.created = made.payment
        await lookAt(desk, made, say)
        await repeat(desk, made, say)
        say(...(await cancel(desk, made.payment)))
        open.delete(String(made.payment.id))
      }
    } finally {
      const left = await desk.cancelAll()
      say(...left)
      desk.findings = findings
      visit.kept?.push(...findings)
    }
    return visit.kept ? [] : findings
  },
}
