import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import {
  buildState,
  resetState,
  restoreSnapshot,
  takeSnapshot,
} from "./state/build-state"
import { controlsOver } from "./controls/controls"
import { resolveOptions, type SandboxOptions } from "./options"
import type { Sandbox } from "./sandbox"
import { buildServer } from "./server"
import { readSnapshot, StateFile } from "./state/state-file"

/**
 * Starts a local One2Pays.
 * @throws Error when the port is taken (code EADDRINUSE) or the state file is not one of ours.
 */
export async function startSandbox(
  given: SandboxOptions = {}
): Promise<Sandbox> {
  const options = resolveOptions(given)
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

  const server = buildServer(state, () => sandbox)
  const { port } = await listen(server, options.port, options.host)
  const url = `http://${hostInUrl(options.host)}:${port}`
  state.view.publicUrl = options.publicUrl ?? url
  // Only now: what was due while it was down goes out at once, and carries the address.
  if (saved) {
    restoreSnapshot(state, saved)
  }

  let closed: Promise<void> | undefined
  const sandbox: Sandbox = {
    ...controlsOver(state, changed, () => {
      resetState(state, options)
      changed()
    }),
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
  return sandbox
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

/** An address to listen on everywhere is none to call; an IPv6 address needs brackets. */
function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") {
    return "127.0.0.1"
  }
  return host.includes(":") ? `[${host}]` : host
}
