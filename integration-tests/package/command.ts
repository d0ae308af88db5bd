import { spawn } from "node:child_process"
import { keepLog } from "../setup/secrets"
import { until } from "../setup/until"

/** Only ends a command that hangs: no machine is as slow as this. */
const LIMIT_MS = 600_000

/** Of a test or a hook that runs commands, so that it is the command's limit that is reached, which shows what was printed. */
export const TEST_LIMIT_MS = 3 * LIMIT_MS

/** A server that was told to stop gets so long before it is killed. */
const STOP_MS = 60_000

export interface Command {
  /** Both streams so far, without colors. */
  output(): string
  /** The exit code, as soon as there is one; null when a signal ended it. */
  exited: Promise<number | null>
  /** As a person does with Ctrl+C. */
  interrupt(): void
  stop(): Promise<void>
}

interface Surroundings {
  cwd: string
  env?: Record<string, string>
  /** The sandbox prints its keys, for people to copy. Whatever else prints one has a fault. */
  printsKeys?: boolean
}

/** Starts a Node script as a person would: none of this test run's variables reach it, only `env`. */
export function startNode(args: string[], surroundings: Surroundings): Command {
  return start(process.execPath, args, surroundings)
}

/** Runs a command to its end and returns what it printed. @throws when it fails or does not end in time */
export async function run(
  file: string,
  args: string[],
  { cwd, env = {} }: Surroundings
): Promise<string> {
  const command = start(file, args, { cwd, env })
  const code = await exitCode(command)
  if (code !== 0) {
    throw new Error(
      `${file} ${args.join(" ")} ended with ${String(code)}:\n${command.output()}`
    )
  }
  return command.output()
}

/** Waits for a command to end by itself. @throws when it hangs, which ends it */
export async function exitCode(command: Command): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`still running:\n${command.output()}`))
    }, LIMIT_MS)
  })
  try {
    return await Promise.race([command.exited, late])
  } finally {
    clearTimeout(timer)
    await command.stop()
  }
}

/** Waits until a command has printed something. @returns the match @throws when it ends or hangs before */
export async function untilPrinted(
  command: Command,
  pattern: RegExp
): Promise<RegExpExecArray> {
  let ended = false
  void command.exited.then(() => {
    ended = true
  })
  const found = () => pattern.exec(command.output())
  await until(
    () => command.output(),
    () => found() !== null || ended,
    LIMIT_MS
  )
  const match = found()
  if (!match) {
    throw new Error(`ended without ${String(pattern)}:\n${command.output()}`)
  }
  return match
}

function start(
  file: string,
  args: string[],
  { cwd, env, printsKeys = false }: Surroundings
) {
  const child = spawn(file, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      MEDUSA_DISABLE_TELEMETRY: "true",
      ...env,
    },
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => (output += String(chunk)))
  }
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  if (!printsKeys) {
    child.once("close", () => {
      keepLog(output)
    })
  }
  return {
    // eslint-disable-next-line no-control-regex -- colors start with one
    output: () => output.replace(/\u001b\[\d+m/g, ""),
    exited,
    interrupt: () => void child.kill("SIGINT"),
    stop: async () => {
      const kill = setTimeout(() => child.kill("SIGKILL"), STOP_MS)
      child.kill("SIGTERM")
      await exited
      clearTimeout(kill)
    },
  }
}
