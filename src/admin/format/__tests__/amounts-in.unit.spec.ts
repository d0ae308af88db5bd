import { amountsIn } from "../amounts-in"

it.each([
  [
    "Received THB 25.00, expected THB 35000.00.",
    "en",
    "Received ฿25.00, expected ฿35,000.00.",
  ],
  [
    "ได้รับเงิน 25.00 บาท แต่ยอดคือ 35000.00 บาท",
    "th",
    "ได้รับเงิน ฿25.00 แต่ยอดคือ ฿35,000.00",
  ],
  ["recorded THB 1290.501", "en", "recorded THB 1290.501"],
  [
    "Received 5.00 USD, expected 25.00 THB.",
    "en",
    "Received 5.00 USD, expected 25.00 THB.",
  ],
])("%s", (text, language, shown) => {
  expect(amountsIn(text, language)).toBe(shown)
})
