import { completeCart, ONE2PAYS, readyCart, SYSTEM } from "./checkout.mjs"
import { runChild } from "./child.mjs"
import { median, percentile } from "./report/statistics.mjs"
import { atMost } from "./report/target.mjs"

/** @import { Shop, Surroundings } from "./surroundings.mjs" */
/** @import { CheckFigures } from "./gate/checks.mjs" */
/** @import { Table } from "./report/table.mjs" */

const SIZES = {
  usual: {
    checks: { rounds: 3, warmUp: 1_000, looks: 3_000, errors: 300_000 },
    carts: { warmUp: 10, counted: 40 },
  },
  tiny: {
    checks: { rounds: 1, warmUp: 0, looks: 3, errors: 10 },
    // The first is refused by the gateway, the next by the shop.
    carts: { warmUp: 1, counted: 1 },
  },
}

/**
 * What it costs to know of a maintenance, and to tell customers of it.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchMaintenance(surroundings) {
  const { checks, carts } = SIZES[surroundings.size]
  const { rounds, warmUp, looks, errors } = checks
  const { env } = await surroundings.app()
  const script = new URL("gate/checks.mjs", import.meta.url)
  /** @type {CheckFigures[]} */
  const figures = []
  const args = [env.DATABASE_URL, ...[warmUp, looks, errors].map(String)]
  for (let round = 0; round < rounds; round++) {
    figures.push(await runChild(script, args))
  }
  /** @param {keyof CheckFigures} figure */
  const of = (figure) => median(figures.map((each) => each[figure]))
  const { refused, placed } = await completeInMaintenance(
    await surroundings.shop(),
    carts
  )
  return {
    title: "Maintenance and errors",
    peer: "peer",
    rows: [
      {
        what: "POST /store/carts/:id/complete in maintenance, p50",
        unit: "ms",
        ours: percentile(refused, 0.5),
        peer: percentile(placed, 0.5),
        target: atMost(50, "ms"),
      },
      {
        what: "the same, p95",
        unit: "ms",
        ours: percentile(refused, 0.95),
        peer: percentile(placed, 0.95),
      },
      {
        what: "the breaker's look before a call, p50",
        unit: "µs",
        ours: of("breakerP50"),
        peer: of("selectP50"),
      },
      {
        what: "the same, p95",
        unit: "µs",
        ours: of("breakerP95"),
        peer: of("selectP95"),
      },
      {
        what: "an error put into words, CPU",
        unit: "µs",
        ours: of("describe"),
        peer: of("construct"),
      },
    ],
    notes: [
      `${carts.counted} carts each in one Medusa app, in turn, after ${carts.warmUp} to warm up. Ours are refused, with Retry-After and the customer's sentence; the peer's are placed with pp_system_default.`,
      `The breaker reads one row of PostgreSQL, the peer is \`select 1\` over the same connection: medians of ${rounds} rounds of ${looks.toLocaleString("en")}, each in a fresh process.`,
      "An error's peer is the making of a MedusaError, which carries it to the customer.",
    ],
  }
}

/**
 * @param {Shop} shop
 * @param {typeof SIZES.usual.carts} carts
 * @returns {Promise<{ refused: number[], placed: number[] }>} milliseconds
 */
async function completeInMaintenance(shop, { warmUp, counted }) {
  /** @type {string[]} */
  const ours = []
  const peers = []
  for (let cart = 0; cart < warmUp + counted; cart++) {
    ours.push((await readyCart(shop, ONE2PAYS)).cartId)
    peers.push(await readyCart(shop, SYSTEM))
  }
  await setMaintenance(shop, true)
  /** @type {number[]} */
  const refused = []
  /** @type {number[]} */
  const placed = []
  for (const [index, peer] of peers.entries()) {
    // The first of all calls the gateway and learns of it; it is one of the warm-up.
    let started = performance.now()
    const { status } = await shop.buyer.complete(ours[index] ?? "")
    const wait = performance.now() - started
    if (status !== 503) throw new Error(`Not refused, but ${status}.`)
    started = performance.now()
    await completeCart(shop, peer)
    if (index >= warmUp) {
      refused.push(wait)
      placed.push(performance.now() - started)
    }
  }
  await setMaintenance(shop, false)
  return { refused, placed }
}

/**
 * @param {Shop} shop
 * @param {boolean} on
 */
async function setMaintenance({ api, database, gateways }, on) {
  await api.post(`${gateways.url}/_sandbox/api/maintenance`, { on })
  if (!on) {
    await database.query(
      "update one2pays_gateway_state set maintenance_started_at = null, maintenance_probes = 0, next_probe_at = null"
    )
  }
}
