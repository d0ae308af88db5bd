import { PUBLIC_ERRORS, type LocalizedText } from "./texts/public-errors"

interface StaffCodeRow {
  /** HTTP status of the answer. */
  status: 400 | 403 | 409 | 500 | 503
  /** Every sentence that staff can read under this code. Places in braces carry its values. */
  texts: Readonly<Record<string, LocalizedText>>
}

/**
 * The answers to staff who ask for something impossible: code → status → texts. `staffError` makes an error from the
 * key of its text alone, so that its code and status are always these.
 *
 * A code that customers meet, too, keeps its status. Staff read the cause where a customer reads what they can do.
 */
export const STAFF_CODES = {
  one2pays_own_request: {
    status: 403,
    texts: {
      own_request: {
        en: "You asked for this payout: somebody else must approve it.",
        th: "คุณเป็นผู้ขอจ่ายเงินออกรายการนี้ ต้องให้ผู้อื่นเป็นผู้อนุมัติ",
      },
      own_reading: {
        en: "This reading is yours: somebody else must confirm it.",
        th: "คุณเป็นผู้ระบุค่านี้ ต้องให้ผู้อื่นเป็นผู้ยืนยัน",
      },
    },
  },
  one2pays_person_unknown: {
    status: 403,
    texts: {
      person_unknown: {
        en: "Nobody who still has an account here is known behind this request. Log in as a user who exists.",
        th: "ไม่พบผู้ใช้ที่ยังมีบัญชีอยู่ซึ่งเป็นผู้ส่งคำขอนี้ กรุณาเข้าสู่ระบบด้วยผู้ใช้ที่มีอยู่",
      },
    },
  },
  one2pays_wrong_state: {
    status: 409,
    texts: {
      not_waiting: {
        en: "A payout that is {state} waits for nobody's approval.",
        th: "รายการจ่ายเงินออกนี้ไม่ได้รออนุมัติแล้ว สถานะปัจจุบัน: {state}",
      },
      leaving_now: {
        en: "The payout is on its way to One2Pays right now. Try again in a moment.",
        th: "รายการจ่ายเงินออกกำลังถูกส่งไปยัง One2Pays กรุณาลองใหม่อีกครั้งในอีกสักครู่",
      },
      not_cancelable: {
        en: "A payout that is {state} cannot be canceled.",
        th: "ไม่สามารถยกเลิกรายการจ่ายเงินออกนี้ได้ สถานะปัจจุบัน: {state}",
      },
      no_open_issue: {
        en: "{id} has no open issue.",
        th: "{id} ไม่มีรายการที่ต้องตรวจสอบ หรือมีผู้ปิดรายการแล้ว",
      },
      issue_closed: {
        en: "The issue of {id} has been closed, or another one has taken its place. Look at it again.",
        th: "มีผู้ปิดรายการที่ต้องตรวจสอบของ {id} แล้ว หรือมีรายการอื่นแทนที่ กรุณาเปิดดูอีกครั้ง",
      },
      being_paid_back: {
        en: "The money of {id} is being paid back by payout {payout}. Cancel or reject that payout first.",
        th: "กำลังโอนเงินของ {id} คืนด้วยรายการจ่ายเงินออก {payout} กรุณายกเลิกหรือปฏิเสธรายการจ่ายเงินออกนั้นก่อน",
      },
      belongs_to_order: {
        en: "Payment {id} belongs to its order. Refund the order instead.",
        th: "รายการชำระเงิน {id} เป็นของคำสั่งซื้อแล้ว กรุณาคืนเงินจากหน้าคำสั่งซื้อแทน",
      },
      no_surplus: {
        en: "One2Pays shows no more money for payment {id} than its order took, or it has been paid back.",
        th: "One2Pays ไม่แสดงเงินเกินจากที่คำสั่งซื้อใช้สำหรับรายการชำระเงิน {id} หรือโอนคืนไปแล้ว",
      },
      nothing_owed: {
        en: "Nothing is owed for payment {id} any more: it has been refunded since.",
        th: "ไม่มีเงินค้างคืนสำหรับรายการชำระเงิน {id} แล้ว มีการคืนเงินหลังจากนั้น",
      },
      nothing_to_pay_back: {
        en: "Payout {id} has nothing to be paid back again.",
        th: "รายการจ่ายเงินออก {id} ไม่มีเงินที่ต้องโอนคืนอีก",
      },
      no_money_came: {
        en: "No money has come for payment {id}.",
        th: "ยังไม่มีเงินเข้าสำหรับรายการชำระเงิน {id}",
      },
      order_owes_nothing: {
        en: "The order owes nothing, so there is nothing to ask its customer for.",
        th: "คำสั่งซื้อนี้ไม่มียอดค้างชำระ จึงไม่มียอดที่จะให้ลูกค้าชำระ",
      },
      order_has_money: {
        en: "Money has come for the order already. Nobody should be asked to pay until it is booked, or until you have decided about it.",
        th: "มีเงินเข้าสำหรับคำสั่งซื้อนี้แล้ว กรุณารอให้ระบบบันทึก หรือตรวจสอบเงินที่เข้ามาก่อนให้ลูกค้าชำระอีกครั้ง",
      },
      foreign_reference: {
        en: "One2Pays names another reference for payment {id}: ask its support whose money it is.",
        th: "เลขอ้างอิงของรายการชำระเงิน {id} ที่ One2Pays ไม่ตรงกับของร้าน กรุณาสอบถาม One2Pays ว่าเป็นเงินของใคร",
      },
    },
  },
  one2pays_unit_contradicted: {
    status: 409,
    texts: {
      unit_contradicted: {
        en: "{reference} shows that the account does not use the unit of amountUnit. Set amountUnit to the other unit, or prove the account anew.",
        th: "{reference} แสดงว่าหน่วยเงินของบัญชีไม่ตรงกับ amountUnit กรุณาตั้งค่า amountUnit เป็นหน่วยอื่น หรือตรวจสอบบัญชีใหม่",
      },
    },
  },
  one2pays_unit_undecided: {
    status: 409,
    texts: {
      unit_undecided: {
        en: "One2Pays made the payment, but nothing in it tells the unit: its QR names no amount, or another one. It is canceled. Let two people confirm the unit by hand.",
        th: "One2Pays สร้างรายการชำระเงินแล้ว แต่ไม่มีข้อมูลที่บอกหน่วยเงินได้ เพราะคิวอาร์โค้ดไม่มียอดหรือมียอดอื่น ระบบยกเลิกรายการแล้ว กรุณาให้สองคนยืนยันหน่วยเงินด้วยตนเอง",
      },
    },
  },
  one2pays_account_check_running: {
    status: 409,
    texts: {
      account_check_running: {
        en: "The account is being checked already. Wait for the result, a minute at most.",
        th: "กำลังตรวจบัญชีอยู่แล้ว กรุณารอผล ไม่เกินหนึ่งนาที",
      },
    },
  },
  one2pays_unit_changed: {
    status: 409,
    texts: {
      unit_changed: {
        en: "Somebody else has entered another reading meanwhile. Look at it again.",
        th: "มีผู้ระบุค่าอื่นในระหว่างนี้ กรุณาตรวจสอบอีกครั้ง",
      },
    },
  },
  one2pays_in_progress: {
    status: 409,
    texts: {
      withdraw_in_progress: {
        en: "Payout {reference} is being worked on right now. Try again in a moment.",
        th: "ระบบกำลังดำเนินการกับรายการจ่ายเงินออก {reference} กรุณาลองใหม่อีกครั้งในอีกสักครู่",
      },
      payment_in_progress: {
        en: "Payment {id} is being worked on right now. Try again in a moment.",
        th: "ระบบกำลังดำเนินการกับรายการชำระเงิน {id} กรุณาลองใหม่อีกครั้งในอีกสักครู่",
      },
    },
  },
  one2pays_idempotency_key_reused: {
    status: 409,
    texts: {
      key_reused: {
        en: "What was asked for before has been taken, so this was not: look into the list of payouts. Ask again to have this one, too.",
        th: "ระบบรับคำขอจ่ายเงินออกก่อนหน้านี้แล้ว จึงไม่รับคำขอนี้ กรุณาตรวจสอบในรายการจ่ายเงินออก หากต้องการรายการนี้ด้วยให้ส่งคำขออีกครั้ง",
      },
    },
  },
  one2pays_duplicate_payout: {
    status: 409,
    texts: {
      same_payout: {
        en: "THB {amount} to the account ••{last4} was asked for on {date} already: {id}",
        th: "มีการขอจ่ายเงินออก {amount} บาท เข้าบัญชี ••{last4} แล้วเมื่อ {date}: {id}",
      },
      same_row: {
        en: "THB {amount} to the account ••{last4} stands in an earlier row already",
        th: "มี {amount} บาท เข้าบัญชี ••{last4} อยู่ในแถวก่อนหน้าแล้ว",
      },
      same_file: {
        en: "The same file was uploaded on {date} already: {batch}",
        th: "มีการอัปโหลดไฟล์เดียวกันนี้แล้วเมื่อ {date}: {batch}",
      },
    },
  },
  one2pays_max_amount: {
    status: 400,
    texts: {
      max_amount: {
        en: "amount: THB {amount} is above the limit of THB {limit} for one payout",
        th: "จำนวนเงิน {amount} บาท เกินวงเงินต่อรายการ {limit} บาท",
      },
    },
  },
  one2pays_daily_limit: {
    status: 400,
    texts: {
      daily_limit: {
        en: "amount: THB {amount} is above what is left of today's limit of THB {limit}: THB {left}",
        th: "จำนวนเงิน {amount} บาท เกินวงเงินที่เหลือของวันนี้ (วงเงินต่อวัน {limit} บาท เหลือ {left} บาท)",
      },
    },
  },
  one2pays_balance: {
    status: 400,
    texts: {
      balance: {
        en: "amount: THB {amount} is above what is left in the wallet: THB {left}",
        th: "จำนวนเงิน {amount} บาท เกินยอดเงินคงเหลือที่ใช้ได้ {left} บาท",
      },
    },
  },
  one2pays_unavailable: {
    status: PUBLIC_ERRORS.one2pays_unavailable.status,
    texts: {
      balance_unknown: {
        en: "The wallet balance is not known, because One2Pays cannot be asked now",
        th: "ไม่ทราบยอดเงินคงเหลือ เนื่องจากไม่สามารถเชื่อมต่อ One2Pays ได้ในขณะนี้ กรุณาลองใหม่อีกครั้งภายหลัง",
      },
    },
  },
  one2pays_account_erased: {
    status: 400,
    texts: {
      account_erased: {
        en: "The account number of {id} is no longer kept (keepAccountNumbersDays, or erased on request). Ask the customer for their account, and pay it by a new payout or by hand.",
        th: "ไม่มีการเก็บเลขที่บัญชีของ {id} แล้ว (ครบกำหนด keepAccountNumbersDays หรือลบตามคำขอ) กรุณาขอเลขที่บัญชีจากลูกค้า แล้วสร้างรายการจ่ายเงินออกใหม่หรือโอนเงินเอง",
      },
    },
  },
  one2pays_refund_unsupported: {
    status: 400,
    texts: {
      refunds_off: {
        en: "Refunds are switched off (refunds.mode). Pay the customer back from the One2Pays dashboard.",
        th: "ร้านปิดการคืนเงินไว้ (refunds.mode) กรุณาคืนเงินลูกค้าผ่านแดชบอร์ดของ One2Pays",
      },
    },
  },
  one2pays_refund_too_large: {
    status: 400,
    texts: {
      refund_too_large: {
        en: "amount: THB {amount} is more than the THB {left} that can still be refunded of this payment",
        th: "จำนวนเงิน {amount} บาท เกินยอดที่ยังคืนได้ของรายการชำระเงินนี้ {left} บาท",
      },
    },
  },
  one2pays_currency_unsupported: {
    status: PUBLIC_ERRORS.one2pays_currency_unsupported.status,
    texts: {
      foreign_currency: {
        en: "What came is not in Thai baht, so it cannot be paid back from here. Ask One2Pays to send it back.",
        th: "เงินที่ได้รับไม่ใช่เงินบาท จึงโอนคืนจากที่นี่ไม่ได้ กรุณาติดต่อ One2Pays ให้โอนเงินคืน",
      },
    },
  },
  one2pays_already_paid: {
    status: PUBLIC_ERRORS.one2pays_already_paid.status,
    texts: {
      payment_not_cancelable: {
        en: "The payment has been paid, so it can no longer be canceled.",
        th: "รายการนี้ชำระเงินแล้ว จึงไม่สามารถยกเลิกได้",
      },
    },
  },
  one2pays_misconfigured: {
    status: PUBLIC_ERRORS.one2pays_misconfigured.status,
    texts: {
      account_sealed: {
        en: "A bank account does not open with the present keys. Was options.encryptionKey or options.secretKey replaced? Add the former key to the list in options.encryptionKey.",
        th: "ไม่สามารถอ่านเลขที่บัญชีด้วยกุญแจปัจจุบันได้ หากมีการเปลี่ยน options.encryptionKey หรือ options.secretKey กรุณาเพิ่มกุญแจเดิมในรายการ options.encryptionKey",
      },
    },
  },
} as const satisfies Record<`one2pays_${string}`, StaffCodeRow>

export type StaffCode = keyof typeof STAFF_CODES

type Texts = (typeof STAFF_CODES)[StaffCode]["texts"]
type KeysOf<T> = T extends unknown ? keyof T : never

/** The key of a text under a code. */
export type CodedKey = KeysOf<Texts>

/** All texts under a code, by their keys. */
export const CODED_TEXTS = Object.assign(
  {},
  ...Object.values(STAFF_CODES).map(({ texts }) => texts)
) as {
  [Key in CodedKey]: Extract<Texts, Readonly<Record<Key, unknown>>>[Key]
}

const CODES = new Map<string, StaffCode>(
  (Object.keys(STAFF_CODES) as StaffCode[]).flatMap((code) =>
    Object.keys(STAFF_CODES[code].texts).map((key) => [key, code] as const)
  )
)

/** Finds the one code of a text. */
export function staffCodeOf(key: CodedKey): StaffCode {
  const code = CODES.get(key)
  if (!code) {
    throw new Error(`[one2pays] no code for ${key}`)
  }
  return code
}

export const isStaffCode = (code: unknown): code is StaffCode =>
  typeof code === "string" && Object.hasOwn(STAFF_CODES, code)
