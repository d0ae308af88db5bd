export const en = {
  balance: {
    title: "One2Pays balance",
    wallet: "Wallet",
    settlement: "Awaiting settlement",
    asOf: "As of {{time}}",
    refresh: "Ask again",
    mode: { live: "Live", test: "Test" },
    status: {
      active: "Active",
      frozen: "Frozen",
      closed: "Closed",
      unknown: "State unknown",
    },
    stale: "One2Pays could not be asked. This is the last known balance.",
    maintenance:
      "One2Pays is under maintenance. It is asked again at {{time}}; payments and payouts go on by themselves.",
    none: "The balance is not known yet.",
    forbidden: "You are not allowed to see the balance.",
    failed: "The balance could not be loaded.",
  },
}
