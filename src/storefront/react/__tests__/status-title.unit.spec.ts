import { titleFor } from "../status-title"
import { textsFor } from "../texts"

const texts = textsFor("en", undefined)

it("asks for money only as long as there is time", () => {
  expect(titleFor("awaiting_payment", false, texts)).toBe("Pay now")
  expect(titleFor("awaiting_payment", true, texts)).toBe("One moment")
})
