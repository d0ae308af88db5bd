#!/usr/bin/env node
import { HELP, readCommandLine, UsageError } from "./cli-options"
import { listReadings, type SandboxOptions } from "./readings"
import type { Sandbox } from "./sandbox"
import { startSandbox } from "./start-sandbox"

/** The lines to copy into the merchant's configuration, and the addresses. */
function banner(sandbox: Sandbox, options: SandboxOptions): string {
  const { amountUnit, balanceUnit, webhooks } = sandbox.status()
  const urls = webhooks.urls ?? []
  return `One2Pays sandbox

  API            ${sandbox.url}/api/v1
  Controls       ${sandbox.url}/_sandbox
  API key        ${sandbox.apiKey}
  Secret key     ${sandbox.secretKey}
  Webhook secret ${sandbox.webhookSecret}
  Webhooks to    ${urls.join(", ") || "nobody; add --webhook-url http://localhost:9000/hooks/one2pays"}
  Readings       ${options.readings?.join(", ") || "none; --reading list prints them"}
  State file     ${options.stateFile ?? "none; everything is forgotten at the end"}

Plugin options:

  {
    baseUrl: "${sandbox.url}",
    apiKey: "${sandbox.apiKey}",
    secretKey: "${sandbox.secretKey}",
    webhookSecret: "${sandbox.webhookSecret}",
    amountUnit: "${amountUnit}",
    balanceUnit: "${balanceUnit}",
  }

Ctrl-C stops it.
`
}

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2), process.env)
  if (options === "help") {
    process.stdout.write(HELP)
    return
  }
  if (options === "readings") {
    process.stdout.write(listReadings())
    return
  }
  const sandbox = await startSandbox(options)
  process.stdout.write(banner(sandbox, options))
  const stop = () => {
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error, options)
    )
  }
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
}

function fail(error: unknown, options?: SandboxOptions): void {
  process.stderr.write(`one2pays-sandbox: ${oneLine(error, options)}\n`)
  process.exit(1)
}

function oneLine(error: unknown, options?: SandboxOptions): string {
  if (error instanceof UsageError) {
    return `${error.message} (--help shows all options)`
  }
  if (
    error instanceof Error &&
    (error as NodeJS.ErrnoException).code === "EADDRINUSE"
  ) {
    const port = (error as { port?: number }).port ?? options?.port
    return `port ${port} is taken; choose another with --port`
  }
  return error instanceof Error ? error.message : String(error)
}

main().catch((error: unknown) => fail(error))
