import { runChild } from "./child.mjs"
import { median } from "./report/statistics.mjs"
import { timesThePeer } from "./report/target.mjs"

/** @import { BootFigures } from "./boot/timed-start.mjs" */
/** @import { Surroundings } from "./surroundings.mjs" */
/** @import { Row, Table } from "./report/table.mjs" */

const SIZES = {
  // The first boot of all reads the files from disk, and counts for nobody.
  usual: { warmUp: 1, rounds: 7 },
  tiny: { warmUp: 0, rounds: 1 },
}

/**
 * What the plugin and its provider add to a Medusa app: the app with them beside the same app without, and with payment-stripe for scale.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchBoot(surroundings) {
  const { warmUp, rounds } = SIZES[surroundings.size]
  const { directory, port, env } = await surroundings.app()
  await surroundings.closeShop()
  const script = new URL("boot/timed-start.mjs", import.meta.url)
  /** @type {Record<"none" | "one2pays" | "stripe", BootFigures[]>} */
  const boots = { none: [], one2pays: [], stripe: [] }
  for (let round = -warmUp; round < rounds; round++) {
    for (const providers of /** @type {const} */ ([
      "none",
      "one2pays",
      "stripe",
    ])) {
      /** @type {BootFigures} */
      const figures = await runChild(script, [String(port)], {
        cwd: directory,
        env: { ...env, BENCH_PROVIDERS: providers },
        execArgv: ["--expose-gc"],
      })
      if (round >= 0) boots[providers].push(figures)
    }
  }
  /**
   * @param {keyof typeof boots} providers
   * @param {keyof BootFigures} figure
   */
  const typical = (providers, figure) =>
    median(boots[providers].map((each) => each[figure]))
  /**
   * @param {keyof BootFigures} figure
   * @param {string} what
   * @param {string} unit
   * @param {Partial<Row>} [more]
   * @returns {Row[]}
   */
  const rows = (figure, what, unit, more) => [
    {
      what,
      unit,
      ours: typical("one2pays", figure),
      peer: typical("none", figure),
      ...more,
    },
    {
      what: `${what}, with payment-stripe instead`,
      unit,
      ours: typical("stripe", figure),
      peer: typical("none", figure),
    },
  ]
  const target = timesThePeer(1.03)
  return {
    title: "Boot of Medusa",
    peer: "without the plugin",
    rows: [
      ...rows("ms", "until it listens", "ms", { target }),
      ...rows("cpuMs", "CPU until it listens", "ms"),
      ...rows("mib", "resident memory", "MiB", { target }),
      ...rows("heapMib", "heap in use", "MiB"),
    ],
    notes: [
      `Medians of ${rounds} boots each, in turn, every one in a fresh process on the same migrated database, without the admin.`,
      "Memory is read after the garbage of the boot has been collected.",
    ],
  }
}
