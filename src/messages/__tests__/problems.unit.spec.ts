import { FIELD_PROBLEMS } from "../texts/staff/field-problems"
import { staffMessage } from "../message"
import { describeProblems, problemWords } from "../problems"

describe("the problems of fields, for staff", () => {
  it("name each row, with the fields' own names", () => {
    const { amount, account_number } = FIELD_PROBLEMS
    const told = describeProblems([
      {
        row: 1,
        problems: [
          { field: "amount", words: problemWords("amount") },
          { field: "account_number", words: problemWords("account_number") },
        ],
      },
      {
        row: 7,
        problems: [{ field: "color", words: staffMessage("unknown") }],
      },
      { problems: [{ words: staffMessage("more_rows", { count: "3" }) }] },
    ])
    expect(told).toEqual({
      en: `row 1: amount: ${amount.en}; account_number: ${account_number.en}\nrow 7: color: unknown field\nand 3 more rows`,
      th: `แถว 1: amount: ${amount.th}; account_number: ${account_number.th}\nแถว 7: color: ไม่มีฟิลด์นี้\nและอีก 3 แถว`,
    })
  })

  it("name each row also where a rule of the shop refuses it", () => {
    const words = staffMessage("max_amount", { amount: "6.00", limit: "5.00" })
    expect(describeProblems([{ row: 2, problems: [{ words }] }])).toEqual({
      en: "row 2: amount: THB 6.00 is above the limit of THB 5.00 for one payout",
      th: "แถว 2: จำนวนเงิน 6.00 บาท เกินวงเงินต่อรายการ 5.00 บาท",
    })
  })

  it("name no row in a request without rows", () => {
    const words = staffMessage("row_count", { most: "10000", count: "0" })
    expect(
      describeProblems([{ problems: [{ field: "rows", words }] }])
    ).toEqual({
      en: "rows: expected 1 to 10000 payouts, got 0",
      th: "rows: ต้องมี 1 ถึง 10000 รายการ แต่ได้รับ 0 รายการ",
    })
  })

  it.each(["Too big: expected string to have <=255 characters", "toString"])(
    "stay as they are where they are a schema's own: %s",
    (message) => {
      const words = problemWords(message)
      expect(describeProblems([{ problems: [{ field: "q", words }] }])).toEqual(
        { en: `q: ${message}`, th: `q: ${message}` }
      )
    }
  )
})
