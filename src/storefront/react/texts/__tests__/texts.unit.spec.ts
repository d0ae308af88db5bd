import { fill, textsFor } from "../texts-for"

const th = textsFor("th", undefined)
const en = textsFor("en", undefined)

it.each(Object.entries(en))("%s says the same in Thai", (key, english) => {
  const thai = th[key as keyof typeof th]
  expect(thai).toMatch(/\p{Script=Thai}/u)
  expect(english).not.toMatch(/\p{Script=Thai}/u)
  const placeholders = (text: string) => text.match(/\{\w+\}/g) ?? []
  expect(placeholders(thai)).toEqual(placeholders(english))
})

it("puts the shop's own text in the place of one, and leaves the others", () => {
  const texts = textsFor("th", { saveQr: "เก็บ QR" })
  expect(texts.saveQr).toBe("เก็บ QR")
  expect(texts.tryAgain).toBe(th.tryAgain)
})

it("fills in what it knows, and nothing else", () => {
  expect(fill("{amount} at {time}", { amount: "฿1.00" })).toBe(
    "฿1.00 at {time}"
  )
})

it("asks for consent to what is done: the name and number are sealed, and an order keeps the name", () => {
  expect(en.rememberHint).toMatch(/number and name encrypted/)
  expect(en.rememberHint).toMatch(/order keeps the (account )?name/)
  expect(th.rememberHint).toMatch(/เลขที่บัญชีและชื่อบัญชีแบบเข้ารหัส/)
  expect(th.rememberHint).toMatch(/คำสั่งซื้อจะเก็บชื่อบัญชี/)
})
