import { buildPlugin } from "../scripts/build.mjs"
import { startPostgres } from "../scripts/postgres.mjs"
import { runChild } from "./child.mjs"
import { percentile } from "./report/statistics.mjs"
import { atMost } from "./report/target.mjs"

/** @import { Settings, StatementFigures } from "./statement/reader.mjs" */
/** @import { Table } from "./report/table.mjs" */
/** @import { Surroundings } from "./surroundings.mjs" */

const MOVEMENTS = { usual: 100_000, tiny: 20 }
const READS = { usual: 20, tiny: 1 }
const DATABASE = `one2pays_bench_statement_${process.pid}`

/**
 * The statement and the file of a month with many movements, beside the plain sum of its amounts.
 * @param {Pick<Surroundings, "size">} surroundings
 * @returns {Promise<Table>}
 */
export async function benchStatement({ size }) {
  await buildPlugin()
  const postgres = await startPostgres({ name: "bench-statement" })
  try {
    await postgres.createDatabase(DATABASE)
    /** @type {Settings} */
    const settings = {
      databaseUrl: postgres.url(DATABASE),
      movements: MOVEMENTS[size],
      reads: READS[size],
    }
    /** @type {StatementFigures} */
    const { statements, sums, exported, exportMs, growthMib, peakMib } =
      await runChild(
        new URL("statement/reader.mjs", import.meta.url),
        [JSON.stringify(settings)],
        { execArgv: ["--expose-gc"] }
      )
    return {
      title: `The statement of ${MOVEMENTS[size].toLocaleString("en")} movements in a month`,
      peer: "select sum(amount)",
      rows: [
        {
          what: "the month, p50",
          unit: "ms",
          ours: Math.round(percentile(statements, 0.5)),
          peer: Math.round(percentile(sums, 0.5)),
          target: atMost(2000, "ms"),
        },
        {
          what: "the month, p95",
          unit: "ms",
          ours: Math.round(percentile(statements, 0.95)),
          peer: Math.round(percentile(sums, 0.95)),
        },
        {
          what: "all of its lines, streamed",
          unit: "ms",
          ours: Math.round(exportMs),
        },
        {
          what: "lines that are missing",
          unit: "",
          ours: MOVEMENTS[size] - exported,
          target: atMost(0),
        },
        {
          what: "heap that stays after three such files",
          unit: "MiB",
          ours: growthMib,
          target: atMost(5, "MiB"),
        },
        {
          what: "highest heap above the resting one",
          unit: "MiB",
          ours: peakMib,
        },
      ],
      notes: [
        "Two in three are payments, each with a row that its order has taken; a balance at every midnight.",
      ],
    }
  } finally {
    await postgres.dropDatabase(DATABASE)
    await postgres.stop()
  }
}
