import { buildPlugin } from "../scripts/build.mjs"
import { runChild, startChild } from "./child.mjs"
import { median } from "./report/statistics.mjs"
import { timesThePeer } from "./report/target.mjs"

/** @import { Child } from "./child.mjs" */
/** @import { ClientFigures } from "./calls/client.mjs" */
/** @import { Row, Table } from "./report/table.mjs" */

const ROUNDS = 5

/**
 * One signed gateway call beside stripe-node's, at the same server.
 * @returns {Promise<Table>}
 */
export async function benchCalls() {
  await buildPlugin()
  /** @type {Child<number>} */
  const server = await startChild(
    new URL("calls/loopback-server.mjs", import.meta.url),
    []
  )
  const client = new URL("calls/client.mjs", import.meta.url)
  /** @type {{ ours: ClientFigures[], peer: ClientFigures[] }} */
  const rounds = { ours: [], peer: [] }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const port = String(server.message)
      rounds.ours.push(await runChild(client, ["one2pays", port]))
      rounds.peer.push(await runChild(client, ["stripe", port]))
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
    ours: median(rounds.ours.map((each) => each[call][figure])),
    peer: median(rounds.peer.map((each) => each[call][figure])),
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
      `Medians of ${ROUNDS} rounds, ours and stripe-node's in turn, each client in a fresh process: 3,000 calls of each kind, one after the other.`,
      "The same loopback server in a process of its own answers both with JSON of the same length.",
    ],
  }
}
