#!/usr/bin/env node
import fs from "node:fs"
import path from "node:path"
import { systemClock } from "../gateway"
import { DOCTOR_SUMMARY, DOCTOR_TOPICS, fillIn } from "../messages"
import {
  HELP,
  judgeUnits,
  readCommandLine,
  settingsOf,
  settingsOfOptions,
  UsageError,
  type CommandLine,
} from "./cli-options"
import { finding, inOrder, type Finding } from "./finding"
import { printFindings, printSummary } from "./print"
import { configProblem, readConfig } from "./read-config"
import { runDoctor, type CheckResult } from "./run-doctor"
import type { Settings } from "./settings"
import { makeRecording, makeTranscript } from "./transcript"
import { judgeAll } from "./verdict"
import { readDelivery, type Delivery } from "./webhooks/delivery"
import { judgeDeliveries } from "./webhooks/judge-deliveries"
import { Listener } from "./webhooks/listen"

async function main(): Promise<void> {
  const line = readCommandLine(process.argv.slice(2), process.env)
  if (line === "help") {
    process.stdout.write(HELP)
    return
  }
  const given = readSettings(line)
  const listener = line.listen === null ? null : new Listener(systemClock)
  try {
    if (listener) {
      await openListener(listener, line)
    }
    const { settings } = given
    const result = await check(given, line)
    // Before the wait for webhooks: that may take minutes.
    process.stdout.write(printFindings(result.findings, line.locale))
    const saved = readDeliveries(line)
    const isOver = result.findings.some(
      ({ key }) => key === "stopped" || key === "interrupted"
    )
    const waited =
      listener && !isOver ? await waitForWebhooks(listener, line) : null
    const deliveries = [...saved.deliveries, ...(listener?.deliveries ?? [])]
    const ofWebhooks = [
      ...saved.findings,
      ...judgeDeliveries(deliveries, settings),
      ...judgeAbsence(line, listener, waited),
    ]
    process.stdout.write(printFindings(ofWebhooks, line.locale))
    const findings = inOrder([...result.findings, ...ofWebhooks])
    const seen = {
      ...{ settings, payer: line.payer, findings, deliveries },
      exchanges: result.exchanges,
    }
    const isWritten = [
      write(line.transcript, () => makeTranscript(seen)),
      line.record === null || write(line.record, () => makeRecording(seen)),
    ]
    process.stdout.write(
      printSummary(findings, isWritten[0] ? line.transcript : null, line.locale)
    )
    process.exitCode = isWritten.includes(false)
      ? 2
      : judgeAll(findings).isReady
        ? 0
        : 1
  } finally {
    listener?.close()
  }
}

interface Given {
  settings: Settings
  /** What can be said of the settings before anything is asked. */
  findings: Finding[]
  isUnreadable?: true
}

/** Looks at the account, and says on the way what it is at. */
async function check(
  { settings, findings, isUnreadable }: Given,
  { create, payer, locale }: CommandLine
): Promise<Pick<CheckResult, "findings" | "exchanges">> {
  if (isUnreadable) {
    return { findings: [...findings, finding("stopped")], exchanges: [] }
  }
  // A second Ctrl+C ends the process at once.
  const interrupted = new AbortController()
  const stop = () => {
    process.stderr.write(`${DOCTOR_SUMMARY.interrupting[locale]}\n`)
    interrupted.abort()
  }
  process.once("SIGINT", stop)
  const result = await runDoctor({
    settings,
    signal: interrupted.signal,
    create: create ? { payer } : undefined,
    onProgress: ({ done, of, step }) => {
      const topic = DOCTOR_TOPICS[step][locale]
      process.stderr.write(`${done + 1}/${of} ${topic}\n`)
    },
  })
  process.removeListener("SIGINT", stop)
  return { ...result, findings: inOrder([...findings, ...result.findings]) }
}

/** @returns the seconds of the wait, which Ctrl+C ends with what is known */
async function waitForWebhooks(
  listener: Listener,
  { waitSeconds }: CommandLine
): Promise<number> {
  const stop = () => listener.endWait()
  const started = systemClock.now()
  process.once("SIGINT", stop)
  await listener.wait(waitSeconds * 1000)
  process.removeListener("SIGINT", stop)
  return Math.round((systemClock.now() - started) / 1000)
}

/** From the config, if one is named; else from the environment. */
function readSettings({ config }: CommandLine): Given {
  if (config === null) {
    const settings = settingsOf(process.env)
    const secret = finding("webhook_secret_not_given")
    return {
      settings,
      findings: [
        ...judgeUnits(process.env),
        ...(settings.webhookSecrets.length === 0 ? [secret] : []),
      ],
    }
  }
  try {
    const options = readConfig(config)
    const settings = settingsOfOptions(options)
    const secret = finding("webhook_secret_missing")
    return {
      settings,
      findings: [
        ...judgeUnits(options),
        ...(settings.webhookSecrets.length === 0 ? [secret] : []),
      ],
    }
  } catch (error) {
    const values = {
      ...{ file: path.basename(config), problem: configProblem(error) },
    }
    return {
      settings: settingsOf({}),
      findings: [finding("config_unreadable", values)],
      isUnreadable: true,
    }
  }
}

async function openListener(
  listener: Listener,
  { listen, waitSeconds, locale }: CommandLine
): Promise<void> {
  const port = await listener.open(listen ?? 0).catch(() => {
    throw new UsageError(`--listen: port ${listen} is taken`)
  })
  const values = { port: String(port), seconds: String(waitSeconds) }
  process.stderr.write(`${fillIn(DOCTOR_SUMMARY.listening[locale], values)}\n`)
}

function readDeliveries({ deliveries: files }: CommandLine): {
  deliveries: Delivery[]
  findings: Finding[]
} {
  const deliveries: Delivery[] = []
  const findings: Finding[] = []
  for (const file of files) {
    const read = readSaved(file)
    if (read) {
      deliveries.push(read)
    } else {
      findings.push(
        finding("delivery_unreadable", { file: path.basename(file) })
      )
    }
  }
  return { deliveries, findings }
}

function readSaved(file: string): Delivery | null {
  try {
    return readDelivery(fs.readFileSync(file))
  } catch {
    // A directory, or a file of another user: the finding names it.
    return null
  }
}

/**
 * What can be said where no webhook came, or none came again.
 *
 * @param waited in seconds; null where nobody waited
 */
function judgeAbsence(
  { listen, deliveries }: CommandLine,
  listener: Listener | null,
  waited: number | null
): Finding[] {
  if (listen === null) {
    return deliveries.length > 0 ? [] : [finding("webhooks_not_asked")]
  }
  if (!listener || waited === null) {
    return []
  }
  const seconds = String(waited)
  if (listener.deliveries.length === 0) {
    return [finding("webhooks_none", { seconds })]
  }
  return listener.hasRepeat() ? [] : [finding("webhook_not_again", { seconds })]
}

/** @returns whether the file could be written; if not, the person is told */
function write(file: string, make: () => object): boolean {
  try {
    fs.writeFileSync(file, `${JSON.stringify(make(), null, 2)}\n`)
    return true
  } catch (error) {
    complain(`${file} could not be written (${problemOf(error)})`)
    return false
  }
}

const problemOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? (error as Error).name

const complain = (message: string) =>
  process.stderr.write(`one2pays doctor: ${message}\n`)

/** A shop's config may have opened connections, which would keep the process alive. */
const exit = () =>
  process.stdout.write("", () => process.stderr.write("", () => process.exit()))

main()
  .catch((error: unknown) => {
    complain(
      error instanceof UsageError
        ? `${error.message} (--help shows all options)`
        : error instanceof Error
          ? error.message
          : String(error)
    )
    process.exitCode = 2
  })
  .finally(exit)
