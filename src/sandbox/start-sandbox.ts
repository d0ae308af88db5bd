import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { buildState, resetState } from "./build-state"
import { controlsOver } from "./controls/controls-over"
import { resolveOptions } from "./options"
import { withReadings, type SandboxOptions } from "./readings"
import type { Sandbox } from "./sandbox"
import { buildServer } from "./server"
import { restoreSnapshot, takeSnapshot } from "./state/snapshot"
import { readSnapshot, StateFile } from "./state/state-file"

/**
 * Starts a local One2Pays.
 * @throws ContradictoryReadings
 * @throws Error when the port is taken (code EADDRINUSE) or the state file is not the sandbox's.
 */
export async function startSandbox(
  given: SandboxOptions = {}
): Promise<Sandbox> {
  const options = resolveOptions(withReadings(given))
  const saved =
    options.stateFile === undefined
      ? undefined
      : readSnapshot(options.stateFile)
  const changed = () => stateFile?.changed()
  const state = buildState(options, changed)
  const stateFile =
    options.stateFile === undefined
      ? undefined
      : new StateFile(options.stateFile, () => takeSnapshot(state))

  const controls = controlsOver(state, changed, () => {
    resetState(state, options)
    changed()
  })
  const server = buildServer(state, controls)
  const { port } = await listen(server, options.port, options.host)
  const url = `http://${hostInUrl(options.host)}:${port}`
  state.view.publicUrl = options.publicUrl ?? url
  // Only now: webhooks that fell due while the sandbox was down go out at once, and they carry the address.
  if (saved) {
    restoreSnapshot(state, saved)
  }

  let closed: Promise<void> | undefined
  return {
    ...controls,
    url,
    port,
    apiKey: options.apiKey,
    secretKey: options.secretKey,
    webhookSecret: options.webhookSecret,
    close: () => {
      closed ??= (async () => {
        await stop(server)
        state.agenda.stop()
        state.webhooks.stop()
        await stateFile?.flush()
      })()
      return closed
    },
  }
}

function listen(
  server: Server,
  port: number,
  host: string
): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      server.removeListener("error", reject)
      const address = server.address()
      if (address === null || typeof address === "string") {
        reject(new Error("the server has no TCP address"))
        return
      }
      resolve(address)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** An address for listening everywhere is no address to call. An IPv6 address needs brackets. */
function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") {
    return "127.0.0.1"
  }
  return host.includes(":") ? `[${host}]` : host
}
