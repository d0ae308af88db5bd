import { buildPlugin } from "../scripts/build.mjs"
import { runChild, startChild } from "./child.mjs"
import { median } from "./report/statistics.mjs"
import { timesThePeer } from "./report/target.mjs"

/** @import { Child } from "./child.mjs" */
/** @import { ClientFigures } from "./calls/client.mjs" */
/** @import { Row, Table } from "./report/table.mjs" */
/** @import { Surroundings } from "./surroundings.mjs" */

const SIZES = {
  usual: { rounds: 5, warmUp: 2_500, calls: 3_000 },
  tiny: { rounds: 1, warmUp: 0, calls: 3 },
}

/**
 * One signed gateway call beside stripe-node's, at the same server.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchCalls({ size }) {
  const { rounds, warmUp, calls } = SIZES[size]
  await buildPlugin()
  /** @type {Child<number>} */
  const server = await startChild(
    new URL("calls/loopback-server.mjs", import.meta.url),
    []
  )
  const client = new URL("calls/client.mjs", import.meta.url)
  /** @type {{ ours: ClientFigures[], peer: ClientFigures[] }} */
  const figures = { ours: [], peer: [] }
  try {
    const args = [server.message, warmUp, calls].map(String)
    for (let round = 0; round < rounds; round++) {
      figures.ours.push(await runChild(client, ["one2pays", ...args]))
      figures.peer.push(await runChild(client, ["stripe", ...args]))
    }
  } finally {
    await server.stop()
  }

  /**
   * @param {"retrieve" | "create"} call
   * @param {"p50" | "p95" | "cpu"} figure
   * @param {Partial<Row>} [more]
   * @returns {Row}
   */
  const row = (call, figure, more) => ({
    what: figure === "cpu" ? `${call}, client CPU` : `${call}, ${figure}`,
    unit: figure === "cpu" ? "µs" : "ms",
    ours: median(figures.ours.map((each) => each[call][figure])),
    peer: median(figures.peer.map((each) => each[call][figure])),
    ...more,
  })
  const target = timesThePeer(1)
  return {
    title: "One gateway call",
    peer: "stripe-node",
    rows: /** @type {const} */ (["retrieve", "create"]).flatMap((call) => [
      row(call, "p50", { target }),
      row(call, "p95"),
      row(call, "cpu", { target }),
    ]),
    notes: [
      `Medians of ${rounds} rounds, ours and stripe-node's in turn, each client in a fresh process: ${calls.toLocaleString("en")} calls of each kind, one after the other.`,
      "The same loopback server in a process of its own answers both with JSON of the same length.",
    ],
  }
}
