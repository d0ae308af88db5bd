const Sequencer = require("@jest/test-sequencer").default

/** Parts of the paths of specs, longest specs first. Jest knows how long one takes only where it has run before. */
const LONG = [
  ...["together/care", "cluster/storm", "together/payouts"],
  ...["cluster/payout-kill", "together/orders", "package/bench"],
  ...["together/", "hunt/", "package/", "gateway/rate-budget", "http/"],
  ...["browser/payout", "browser/looks", "browser/returning", "browser/issues"],
]

/** @param {{ path: string }} test */
function rank({ path }) {
  const place = LONG.findIndex((part) =>
    path.includes(`integration-tests/${part}`)
  )
  return place < 0 ? LONG.length : place
}

/** Keeps all workers busy to the end. */
module.exports = class LongestFirst extends Sequencer {
  /**
   * @override
   * @param {Array<import("@jest/test-result").Test>} tests
   */
  async sort(tests) {
    const sorted = await super.sort(tests)
    return sorted.sort((a, b) => rank(a) - rank(b))
  }
}
