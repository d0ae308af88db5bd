import { fork } from "node:child_process"

/**
 * A process of its own for whatever must not share the CPU time, the memory or the event loop of what is measured.
 * @template T
 * @typedef {object} Child
 * @property {T} message the first that it sent: it is ready, or done
 * @property {() => string} output what it printed last
 * @property {(message: string) => void} send
 * @property {() => Promise<void>} stop
 */

const KEPT_OUTPUT = 20_000

/** @typedef {{ cwd?: string, env?: Record<string, string>, execArgv?: string[] }} ChildOptions */

/**
 * Starts a script and waits for its first message. What it prints is shown only when it ends before that.
 * @template T
 * @param {URL} script
 * @param {string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<Child<T>>}
 */
export function startChild(script, args, { cwd, env, execArgv = [] } = {}) {
  const child = fork(script, args, {
    cwd,
    env: { ...process.env, ...env },
    execArgv,
    silent: true,
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output = (output + String(chunk)).slice(-KEPT_OUTPUT)
    })
  }
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once("exit", () => {
      resolve()
    })
  })
  const killWithUs = () => child.kill("SIGKILL")
  process.once("exit", killWithUs)
  void ended.then(() => process.removeListener("exit", killWithUs))

  const stop = async () => {
    child.kill("SIGTERM")
    const impatience = setTimeout(() => child.kill("SIGKILL"), 5_000)
    await ended
    clearTimeout(impatience)
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("message", (message) => {
      resolve({
        message: /** @type {T} */ (message),
        output: () => output,
        send: (text) => child.send(text),
        stop,
      })
    })
    void ended.then(() => {
      reject(
        new Error(`${script.pathname} ended before it was ready.\n${output}`)
      )
    })
  })
}

/**
 * Runs a script to its end and returns the one message it sent.
 * @template T
 * @param {URL} script
 * @param {string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<T>}
 */
export async function runChild(script, args, options) {
  /** @type {Child<T>} */
  const child = await startChild(script, args, options)
  await child.stop()
  return child.message
}
