import type { One2PaysPayment } from "../../../index"
import { titleFor } from "../status-title"
import { textsFor } from "../../texts/texts-for"

const texts = textsFor("en", undefined)
const payment = (
  status: string,
  payment_method: One2PaysPayment["payment_method"] = "promptpay"
) => ({ status, payment_method }) as One2PaysPayment

it("asks for money only as long as there is time, and says how it is paid", () => {
  expect(titleFor(payment("awaiting_payment"), false, texts)).toBe(
    "Scan to pay"
  )
  expect(
    titleFor(payment("awaiting_payment", "bank_transfer"), false, texts)
  ).toBe("Transfer to pay")
  expect(titleFor(payment("awaiting_payment"), true, texts)).toBe("One moment")
})

it("names a status of a newer server, whose message says the rest", () => {
  expect(titleFor(payment("paid_by_the_moon"), false, texts)).toBe("One moment")
})
