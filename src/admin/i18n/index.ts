import { balance } from "./balance"
import { bank } from "./bank"
import { common } from "./common"
import { money } from "./money"
import { orders } from "./orders"
import { payments } from "./payments"
import { payouts } from "./payouts"
import { settings } from "./settings"
import { statement } from "./statement"

const texts = (language: "en" | "th") => ({
  common: common[language],
  balance: balance[language],
  bank: bank[language],
  orders: orders[language],
  payments: payments[language],
  payouts: payouts[language],
  money: money[language],
  settings: settings[language],
  statement: statement[language],
})

/** Our texts have a namespace of their own, so they overwrite none of core's. */
export default {
  en: { one2pays: texts("en") },
  th: { one2pays: texts("th") },
}
