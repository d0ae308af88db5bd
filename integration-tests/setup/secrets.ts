import { randomUUID } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

type Kind = "account number" | "name" | "key"

/** Where a run keeps its log lines until they are scanned; unset when nobody will. */
export const LOG_DIRECTORY = process.env.ONE2PAYS_LOG_DIRECTORY

const own = (kind: "log" | "secrets") =>
  LOG_DIRECTORY &&
  path.join(LOG_DIRECTORY, `${process.pid}-${randomUUID()}.${kind}`)

const file = own("secrets")

/** Names a value that no line of the log may hold, in this file or any other of the run. @returns the value */
export function secret(kind: Kind, value: string): string {
  if (file) {
    fs.appendFileSync(file, `${JSON.stringify({ kind, value })}\n`)
  }
  return value
}

/** Adds what another process has logged. */
export function keepLog(text: string): void {
  const log = own("log")
  if (log) {
    fs.writeFileSync(log, text)
  }
}
