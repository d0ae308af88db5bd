import { staffMessage } from "../../../../messages"
import { keepWords, readWords } from "../words"

const MESSAGE = staffMessage("paid_back_by", { payout: "o2pwd_1" })

it("ours are kept as key and values, and read in the reader's language", () => {
  const { text, message } = keepWords(MESSAGE)
  expect(text).toBeNull()
  expect(JSON.parse(message!)).toEqual(MESSAGE)
  const kept = { text, message: MESSAGE }
  expect(readWords(kept, "en")).toBe("Paid back by o2pwd_1")
  expect(readWords(kept, "th")).toBe("โอนเงินคืนด้วยรายการจ่ายเงินออก o2pwd_1")
})

it.each(["", "Paid back by o2pwd_1", "ลูกค้ายืนยันแล้ว"])(
  "a person's are kept and read as they wrote them: %j",
  (text) => {
    expect(keepWords(text)).toEqual({ text, message: null })
    expect(readWords({ text, message: null }, "th")).toBe(text)
  }
)

it("a text beside a message is newer: the version before writes no message, and removes none", () => {
  const kept = { text: "The QR asks for THB 1.00.", message: MESSAGE }
  expect(readWords(kept, "th")).toBe("The QR asks for THB 1.00.")
})

it("there may be none", () => {
  expect(readWords({ text: null, message: null }, "th")).toBeNull()
})

it("the gateway's values lose what PostgreSQL refuses", () => {
  const { message } = keepWords(
    staffMessage("not_sent", { code: "A\0B\ud800C" })
  )
  expect(JSON.parse(message!)).toMatchObject({ values: { code: "AB\ufffdC" } })
})
