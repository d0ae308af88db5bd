import { randomUUID } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { format, inspect } from "node:util"
import { logger } from "@medusajs/framework/logger"
import { LOG_DIRECTORY } from "./secrets"

// Keeps all that is logged, at every level, for the scan after the run; what is shown stays as it was.

const KEEP = Symbol.for("one2pays.keep-logs")

type Write = (...parts: unknown[]) => unknown

/** Calls `see` before a function does its work. */
function watch(
  owner: object,
  name: string,
  see: (...parts: unknown[]) => void
): void {
  const own = Reflect.get(owner, name) as Write
  const watched: Write = function (this: unknown, ...parts) {
    see(...parts)
    return own.apply(this, parts)
  }
  Reflect.set(owner, name, watched)
}

if (LOG_DIRECTORY) {
  const file = fs.openSync(
    path.join(LOG_DIRECTORY, `${process.pid}-${randomUUID()}.log`),
    "a"
  )
  const keep = (text: string) => {
    fs.writeSync(file, text.endsWith("\n") ? text : `${text}\n`)
  }

  for (const method of ["debug", "error", "info", "log", "warn"]) {
    watch(console, method, (...parts) => {
      keep(format(...parts))
    })
  }
  // The streams are the worker's, and outlive this file: they are watched once, for the next file too.
  for (const stream of [process.stdout, process.stderr]) {
    if (!Reflect.has(stream, KEEP)) {
      watch(stream, "write", (chunk) => {
        const keepNow = Reflect.get(stream, KEEP) as typeof keep
        keepNow(String(chunk))
      })
    }
    Reflect.set(stream, KEEP, keep)
  }
  // Its levels are sorted out behind this door.
  watch(Reflect.get(logger, "loggerInstance_") as object, "write", (entry) => {
    keep(
      inspect(entry, {
        depth: 10,
        breakLength: Infinity,
        compact: true,
        maxArrayLength: Infinity,
        maxStringLength: Infinity,
      })
    )
  })
}
