import { balance } from "./balance"
import { common } from "./common"
import { money } from "./money"
import { payments } from "./payments"
import { payouts } from "./payouts"
import { settings } from "./settings"

const texts = (language: "en" | "th") => ({
  common: common[language],
  balance: balance[language],
  payments: payments[language],
  payouts: payouts[language],
  money: money[language],
  settings: settings[language],
})

/** In a namespace of our own, so that nothing of core's is overwritten. */
export default {
  en: { one2pays: texts("en") },
  th: { one2pays: texts("th") },
}
