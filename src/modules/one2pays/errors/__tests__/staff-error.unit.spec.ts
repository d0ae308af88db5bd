import {
  notedText,
  staffMessage,
  withErrorNotes,
  type CodedKey,
  type Message,
} from "../../../../messages"
import { isInProgress } from "../in-progress"
import { invalidFields, noSuchPayment, staffError } from "../staff-error"

it.each<[Message<CodedKey>, type: string, code: string, message: string]>([
  [
    staffMessage("own_request"),
    "forbidden",
    "one2pays_own_request",
    "You asked for this payout: somebody else must approve it.",
  ],
  [
    staffMessage("not_waiting", { state: "rejected" }),
    "not_allowed",
    "one2pays_wrong_state",
    "A payout that is rejected waits for nobody's approval.",
  ],
  [
    staffMessage("balance", { amount: "5.00", left: "0.00" }),
    "not_allowed",
    "one2pays_balance",
    "amount: THB 5.00 is above what is left in the wallet: THB 0.00",
  ],
  [
    staffMessage("balance_unknown"),
    "unexpected_state",
    "one2pays_unavailable",
    "The wallet balance is not known, because One2Pays cannot be asked now",
  ],
])("%j is thrown under its own code", (thrown, type, code, message) => {
  expect(staffError(thrown)).toMatchObject({ type, code, message })
})

it("the request finds a thrown error's text again, in the language of staff", () => {
  withErrorNotes(() => {
    const { message } = staffError(staffMessage("own_request"))
    expect(notedText(message)?.th).toBe(
      "คุณเป็นผู้ขอจ่ายเงินออกรายการนี้ ต้องให้ผู้อื่นเป็นผู้อนุมัติ"
    )
    const none = noSuchPayment("o2ppay_0")
    expect(none).toMatchObject({ type: "not_found", code: undefined })
    expect(notedText(none.message)?.th).toBe("ไม่พบรายการชำระเงิน o2ppay_0")
    const words = staffMessage("rows")
    const wrong = invalidFields([{ problems: [{ field: "rows", words }] }])
    expect(wrong).toMatchObject({ type: "invalid_data", code: undefined })
    expect(notedText(wrong.message)?.th).toBe("rows: ต้องเป็นรายการจ่ายเงินออก")
  })
})

it("only an error about another process at the same work is in progress", () => {
  const busy = staffMessage("withdraw_in_progress", { reference: "o2pwd_1" })
  expect(isInProgress(staffError(busy))).toBe(true)
  expect(isInProgress({ code: "one2pays_in_progress" })).toBe(true)
  expect(isInProgress(staffError(staffMessage("own_request")))).toBe(false)
  expect(isInProgress(null)).toBe(false)
})
