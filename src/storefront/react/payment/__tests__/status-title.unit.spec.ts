import type { PaymentStatus } from "../../../index"
import { titleFor } from "../status-title"
import { textsFor } from "../../texts/texts-for"

const texts = textsFor("en", undefined)

it("asks for money only as long as there is time", () => {
  expect(titleFor("awaiting_payment", false, texts)).toBe("Pay now")
  expect(titleFor("awaiting_payment", true, texts)).toBe("One moment")
})

it("names a status of a newer server, whose message says the rest", () => {
  const status = "paid_by_the_moon" as PaymentStatus
  expect(titleFor(status, false, texts)).toBe("One moment")
})
