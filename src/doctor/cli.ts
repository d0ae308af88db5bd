#!/usr/bin/env node
import fs from "node:fs"
import path from "node:path"
import { systemClock } from "../gateway"
import { DOCTOR_SUMMARY, fillIn } from "../messages"
import {
  HELP,
  readCommandLine,
  settingsOf,
  settingsOfOptions,
  UsageError,
  type CommandLine,
} from "./cli-options"
import { finding, inOrder, type Finding } from "./finding"
import { printTable } from "./print"
import { configProblem, readConfig } from "./read-config"
import { runDoctor } from "./run-doctor"
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
  const { settings, findings: unread } = readSettings(line)
  const listener = line.listen === null ? null : new Listener(systemClock)
  try {
    if (listener) {
      await openListener(listener, line)
    }
    const result = unread
      ? { findings: unread, exchanges: [] }
      : await runDoctor({
          settings,
          create: line.create ? { payer: line.payer } : undefined,
        })
    const saved = readDeliveries(line)
    await listener?.wait(line.waitSeconds * 1000)
    const deliveries = [...saved.deliveries, ...(listener?.deliveries ?? [])]
    const findings = inOrder([
      ...result.findings,
      ...saved.findings,
      ...judgeDeliveries(deliveries, settings),
      ...judgeAbsence(line, listener),
    ])
    const seen = {
      ...{ settings, payer: line.payer, findings, deliveries },
      exchanges: result.exchanges,
    }
    write(line.transcript, makeTranscript(seen))
    if (line.record !== null) {
      write(line.record, makeRecording(seen))
    }
    process.stdout.write(printTable(findings, line.transcript, line.locale))
    process.exitCode = judgeAll(findings).isReady ? 0 : 1
  } finally {
    listener?.close()
  }
}

/** From the config, if one is named; else from the environment. */
function readSettings({ config }: CommandLine): {
  settings: Settings
  findings?: Finding[]
} {
  if (config === null) {
    return { settings: settingsOf(process.env) }
  }
  try {
    return { settings: settingsOfOptions(readConfig(config)) }
  } catch (error) {
    const values = {
      ...{ file: path.basename(config), problem: configProblem(error) },
    }
    return {
      settings: settingsOf({}),
      findings: [finding("config_unreadable", values)],
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
    const read = fs.existsSync(file)
      ? readDelivery(fs.readFileSync(file))
      : null
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

/** What can be said where no webhook came, or none came again. */
function judgeAbsence(
  { listen, waitSeconds, deliveries }: CommandLine,
  listener: Listener | null
): Finding[] {
  const seconds = String(waitSeconds)
  if (listen === null) {
    return deliveries.length > 0 ? [] : [finding("webhooks_not_asked")]
  }
  if (!listener || listener.deliveries.length === 0) {
    return [finding("webhooks_none", { seconds })]
  }
  return listener.hasRepeat() ? [] : [finding("webhook_not_again", { seconds })]
}

function write(file: string, content: object): void {
  fs.writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
}

main().catch((error: unknown) => {
  const message =
    error instanceof UsageError
      ? `${error.message} (--help shows all options)`
      : error instanceof Error
        ? error.message
        : String(error)
  process.stderr.write(`one2pays doctor: ${message}\n`)
  process.exitCode = 2
})
