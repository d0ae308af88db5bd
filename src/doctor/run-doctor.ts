import { apiUrl, systemClock, type Clock } from "../gateway"
import type { DoctorTopic } from "../messages"
import type { Exchange } from "./exchange"
import { finding, inOrder, type Finding } from "./finding"
import { balance } from "./probes/balance"
import { clock as clockProbe } from "./probes/clock"
import { create } from "./probes/create"
import { payments, rateLimit, withdraws } from "./probes/lists"
import { reach } from "./probes/reach"
import { references } from "./probes/references"
import { Redactor, secretsOf } from "./redact"
import { judgeSettings, type CheckPayer, type Settings } from "./settings"
import type { Probe, Visit } from "./visit"
import { Stop, Wire } from "./wire"

/** The whole check takes so long at most. Canceling what it created may use a few seconds of that. */
const CHECK_SECONDS = 50

const PROBES: readonly Probe[] = [
  ...[reach, clockProbe, balance, create, payments, withdraws],
  ...[references, rateLimit],
]

export interface CheckOptions {
  settings: Settings
  /** The person allowed a payment: its payer, from whose account nobody pays. */
  create?: { payer: CheckPayer }
  /** Nothing is asked after so many seconds, but for the cancel of what was created. Default 50. */
  seconds?: number
  clock?: Clock
  /** Ends the check early. What it has created is canceled first. */
  signal?: AbortSignal
  /** Waits for a turn under the shop's rate limit. */
  enter?: (deadline: number) => Promise<void>
  onProgress?: (progress: Progress) => void | Promise<void>
}

export interface Progress {
  done: number
  of: number
  /** What is looked at next. */
  step: DoctorTopic
  findings: readonly Finding[]
}

export interface CheckResult {
  findings: Finding[]
  exchanges: readonly Exchange[]
  /** The smallest amount that the gateway took, THB in the configured unit. */
  smallest: string | null
}

/**
 * Looks at the gateway with one question after the other and says what it found. It never throws for what the gateway
 * does, and is over within a minute.
 */
export async function runDoctor({
  settings,
  create: allowed,
  seconds = CHECK_SECONDS,
  clock = systemClock,
  signal,
  enter,
  onProgress,
}: CheckOptions): Promise<CheckResult> {
  const wrong = judgeSettings(settings)
  if (wrong.length > 0) {
    return {
      findings: [...wrong, finding("stopped")],
      ...{ exchanges: [], smallest: null },
    }
  }
  const findings: Finding[] = []
  const wire = new Wire({
    apiUrl: apiUrl(settings.baseUrl),
    apiKey: settings.apiKey,
    secretKey: settings.secretKey,
    clock,
    deadline: clock.now() + seconds * 1000,
    enter,
  })
  const visit: Visit = {
    ...{ settings, wire, clock, create: allowed },
    say: (...more) => void findings.push(...more),
  }
  const interrupt = () => wire.endNow()
  signal?.addEventListener("abort", interrupt)
  try {
    for (const [at, probe] of PROBES.entries()) {
      const step = probe.name
      await onProgress?.({ done: at, of: PROBES.length, step, findings })
      visit.say(...(await runProbe(probe, visit)))
    }
  } catch (error) {
    if (!(error instanceof Stop)) {
      throw error
    }
    visit.say(
      ...error.because,
      signal?.aborted ? finding("interrupted") : end(error, seconds)
    )
  } finally {
    signal?.removeEventListener("abort", interrupt)
    wire.close()
  }
  const redactor = new Redactor(secretsOf(settings, allowed?.payer))
  return {
    findings: redactor.clean(inOrder(findings)),
    exchanges: wire.exchanges,
    smallest: visit.smallest ?? null,
  }
}

const end = ({ because }: Stop, seconds: number): Finding =>
  because.length > 0
    ? finding("stopped")
    : finding("out_of_time", { seconds: String(seconds) })

/** A mistake of ours in one probe must not hide what the others find. */
async function runProbe(probe: Probe, visit: Visit): Promise<Finding[]> {
  try {
    return await probe.run(visit)
  } catch (error) {
    if (error instanceof Stop) {
      throw error
    }
    return [finding("broke_down", { step: probe.name })]
  }
}
