import { spawn } from "node:child_process"

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} command a script of ours and its arguments
 * @property {string[]} after names of the stages that have to end first, well or not
 * @property {string} [report] where jest writes its results
 */

/**
 * @typedef {object} Ended
 * @property {Stage} stage
 * @property {number | null} code
 * @property {number} ms
 * @property {string} output
 */

/**
 * Runs stages beside each other, each line of theirs behind its stage's name.
 *
 * @param {Stage[]} stages
 * @param {string} cwd
 * @returns {Promise<Ended[]>} in the order of `stages`
 */
export async function runAll(stages, cwd) {
  /** @type {Set<import("node:child_process").ChildProcess>} */
  const running = new Set()
  let isStopped = false
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => {
      isStopped = true
      running.forEach((child) => child.kill(signal))
    })
  }

  /** @type {Map<string, Promise<Ended>>} */
  const begun = new Map()
  for (const stage of stages) begun.set(stage.name, begin(stage))
  return Promise.all(begun.values())

  /**
   * @param {Stage} stage
   * @returns {Promise<Ended>}
   */
  async function begin(stage) {
    await Promise.all(stage.after.map(endOf))
    if (isStopped) return { stage, code: null, ms: 0, output: "not begun" }
    return run(stage)
  }

  /** @param {string} name of a stage that stands before the one that asks */
  function endOf(name) {
    const end = begun.get(name)
    if (!end) throw new Error(`There is no stage ${name} to wait for.`)
    return end
  }

  /**
   * @param {Stage} stage
   * @returns {Promise<Ended>}
   */
  function run(stage) {
    const started = Date.now()
    let output = ""
    const child = spawn(process.execPath, stage.command, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    })
    running.add(child)
    const printers = [child.stdout, child.stderr].map((stream) => {
      const say = linesOf(stage.name)
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
        output += text
        say(text)
      })
      return say
    })
    return new Promise((resolve, reject) => {
      child.once("error", reject)
      child.once("close", (code) => {
        running.delete(child)
        printers.forEach((say) => say("\n"))
        const ms = Date.now() - started
        console.log(
          `${stage.name.padEnd(12)}${code === 0 ? "ended well" : `FAILED with ${String(code)}`} after ${Math.round(ms / 1000)} s`
        )
        resolve({ stage, code, ms, output })
      })
    })
  }
}

/**
 * @param {string} name
 * @returns {(text: string) => void} prints whole lines and keeps the rest for the next call
 */
function linesOf(name) {
  let rest = ""
  return (text) => {
    const lines = (rest + text).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) {
      if (line.trim() !== "") console.log(`${name.padEnd(12)}${line}`)
    }
  }
}
