import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import axios from "axios"
import { freePort } from "../setup/free-port"
import { keepLog } from "../setup/secrets"
import type { OpenShop, Request } from "./instance"

const APP = path.resolve(__dirname, "../apps/cluster")

/** One that does not end by itself is killed. */
const STOPPED_WITHIN_MS = 10_000

export interface Instance {
  url: string
  /** Of its process; undefined while there is none. */
  pid(): number | undefined
  /** Loads its code ahead: a start takes half as long then. */
  load(): void
  /** Starts it, or starts it again after a kill. */
  start(): Promise<void>
  /** As when its machine loses power. */
  kill(): Promise<void>
  stop(): Promise<void>
  openShop(prices: number[]): Promise<OpenShop>
  reconcile(): Promise<{ has_run: boolean; settled: number }>
}

/** Brings the database of a shop to its newest state. */
export async function migrate(env: Record<string, string>): Promise<void> {
  const child = spawnInstance(["migrate"], env)
  const [code] = (await once(child.process, "exit")) as [number | null]
  if (code !== 0) {
    throw new Error(`migrate ended with ${String(code)}\n${child.output()}`)
  }
}

/** An instance of the shop on a port of its own; not running yet. */
export async function createInstance(
  env: Record<string, string>
): Promise<Instance> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ReturnType<typeof spawnInstance> | undefined

  const load = () => (child ??= spawnInstance(["serve", String(port)], env))

  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    const running = child
    child = undefined
    if (running?.process.exitCode === null && !running.process.signalCode) {
      const exited = once(running.process, "exit")
      running.process.kill(signal)
      const impatience = setTimeout(
        () => running.process.kill("SIGKILL"),
        STOPPED_WITHIN_MS
      )
      await exited
      clearTimeout(impatience)
    }
  }

  const ask = async (request: Request): Promise<unknown> => {
    if (!child) {
      throw new Error("The instance is not running.")
    }
    const answered = once(child.process, "message")
    child.process.send(request)
    const [{ result, error }] = (await answered) as [
      { result?: unknown; error?: string },
    ]
    if (error) {
      throw new Error(`${request.kind}: ${error}`)
    }
    return result
  }

  return {
    url,
    pid: () => child?.process.pid,
    load: () => void load(),
    async start() {
      const { process: started, output } = load()
      started.send("start")
      await Promise.race([
        once(started, "message"),
        once(started, "exit").then(() => {
          throw new Error(`The instance did not start.\n${output()}`)
        }),
      ])
      await axios.get(`${url}/health`)
    },
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    openShop: (prices) =>
      ask({ kind: "open-shop", prices }) as Promise<OpenShop>,
    reconcile: () =>
      ask({ kind: "reconcile" }) as Promise<{
        has_run: boolean
        settled: number
      }>,
  }
}

function spawnInstance(task: string[], env: Record<string, string>) {
  const child: ChildProcess = fork(
    path.join(__dirname, "instance.ts"),
    [APP, ...task],
    {
      cwd: APP,
      // None of this run's variables but what is named: least of all the database of another test.
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: "production",
        MEDUSA_DISABLE_TELEMETRY: "true",
        ...env,
      },
      execArgv: [
        "--no-warnings",
        "--require",
        path.resolve(__dirname, "../../scripts/read-typescript.cjs"),
      ],
      silent: true,
    }
  )
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => (output += String(chunk)))
  }
  child.once("close", () => {
    keepLog(output)
  })
  return { process: child, output: () => output }
}
