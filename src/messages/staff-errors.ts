import type { LocalizedText } from "./public-errors"

/**
 * What staff are told when something they asked for cannot be done. The English sentence is thrown, and found again
 * on its way out; places in braces carry its values.
 */
export const STAFF_ERRORS = {
  own_request: {
    en: "You asked for this payout: somebody else must approve it.",
    th: "คุณเป็นผู้ขอถอนเงินรายการนี้ ต้องให้ผู้อื่นเป็นผู้อนุมัติ",
  },
  not_waiting: {
    en: "A payout that is {state} waits for nobody's approval.",
    th: "รายการถอนเงินนี้ไม่ได้รออนุมัติแล้ว สถานะปัจจุบัน: {state}",
  },
  leaving_now: {
    en: "The payout is on its way to One2Pays right now. Try again in a moment.",
    th: "รายการถอนเงินกำลังถูกส่งไปยัง One2Pays กรุณาลองใหม่อีกครั้งในอีกสักครู่",
  },
  not_cancelable: {
    en: "A payout that is {state} cannot be canceled.",
    th: "ไม่สามารถยกเลิกรายการถอนเงินนี้ได้ สถานะปัจจุบัน: {state}",
  },
  withdraw_in_progress: {
    en: "Payout {reference} is being worked on right now. Try again in a moment.",
    th: "ระบบกำลังดำเนินการกับรายการถอนเงิน {reference} กรุณาลองใหม่อีกครั้งในอีกสักครู่",
  },
  payment_in_progress: {
    en: "Payment {id} is being worked on right now. Try again in a moment.",
    th: "ระบบกำลังดำเนินการกับรายการชำระเงิน {id} กรุณาลองใหม่อีกครั้งในอีกสักครู่",
  },
  payment_not_cancelable: {
    en: "The payment has been paid, so it can no longer be canceled.",
    th: "รายการนี้ชำระเงินแล้ว จึงไม่สามารถยกเลิกได้",
  },
  not_captured: {
    en: "One2Pays has the money of payment session {session}, but Medusa did not make its order paid. Try again; if it stays so, see the server's log.",
    th: "One2Pays ได้รับเงินของ payment session {session} แล้ว แต่ Medusa ยังไม่บันทึกว่าคำสั่งซื้อชำระแล้ว กรุณาลองใหม่อีกครั้ง หากยังไม่สำเร็จให้ตรวจสอบ log ของเซิร์ฟเวอร์",
  },
  no_payment: {
    en: "There is no One2Pays payment {id}.",
    th: "ไม่พบรายการชำระเงิน {id}",
  },
  no_withdraw: {
    en: "There is no One2Pays payout {id}.",
    th: "ไม่พบรายการถอนเงิน {id}",
  },
  no_open_issue: {
    en: "{id} has no open issue.",
    th: "{id} ไม่มีรายการที่ต้องตรวจสอบ หรือมีผู้ปิดรายการแล้ว",
  },
  issue_closed: {
    en: "The issue of {id} has been closed.",
    th: "มีผู้ปิดรายการที่ต้องตรวจสอบของ {id} แล้ว",
  },
  refunds_off: {
    en: "Refunds are switched off (refunds.mode). Pay the customer back from the One2Pays dashboard.",
    th: "ร้านปิดการคืนเงินไว้ (refunds.mode) กรุณาคืนเงินลูกค้าผ่านแดชบอร์ดของ One2Pays",
  },
  belongs_to_order: {
    en: "Payment {id} belongs to its order. Refund the order instead.",
    th: "รายการชำระเงิน {id} เป็นของคำสั่งซื้อแล้ว กรุณาคืนเงินจากหน้าคำสั่งซื้อแทน",
  },
  nothing_to_pay_back: {
    en: "Payout {id} has nothing to be paid back again.",
    th: "รายการถอนเงิน {id} ไม่มีเงินที่ต้องโอนคืนอีก",
  },
  no_money_came: {
    en: "No money has come for payment {id}.",
    th: "ยังไม่มีเงินเข้าสำหรับรายการชำระเงิน {id}",
  },
  foreign_reference: {
    en: "One2Pays names another reference for payment {id}: ask its support whose money it is.",
    th: "เลขอ้างอิงของรายการชำระเงิน {id} ที่ One2Pays ไม่ตรงกับของร้าน กรุณาสอบถาม One2Pays ว่าเป็นเงินของใคร",
  },
  foreign_currency: {
    en: "What came is not in Thai baht, so it cannot be paid back from here. Ask One2Pays to send it back.",
    th: "เงินที่ได้รับไม่ใช่เงินบาท จึงโอนคืนจากที่นี่ไม่ได้ กรุณาติดต่อ One2Pays ให้โอนเงินคืน",
  },
  account_sealed: {
    en: "A bank account does not open with the present keys. Was options.encryptionKey or options.secretKey replaced? Add the former key to the list in options.encryptionKey.",
    th: "ไม่สามารถอ่านเลขที่บัญชีด้วยกุญแจปัจจุบันได้ หากมีการเปลี่ยน options.encryptionKey หรือ options.secretKey กรุณาเพิ่มกุญแจเดิมในรายการ options.encryptionKey",
  },
  key_reused: {
    en: "What was asked for before has been taken, so this was not: look into the list of payouts. Ask again to have this one, too.",
    th: "ระบบรับคำขอถอนเงินก่อนหน้านี้แล้ว จึงไม่รับคำขอนี้ กรุณาตรวจสอบในรายการถอนเงิน หากต้องการรายการนี้ด้วยให้ส่งคำขออีกครั้ง",
  },
  max_amount: {
    en: "amount: THB {amount} is above the limit of THB {limit} for one payout",
    th: "จำนวนเงิน {amount} บาท เกินวงเงินต่อรายการ {limit} บาท",
  },
  daily_limit: {
    en: "amount: THB {amount} is above what is left of today's limit of THB {limit}: THB {left}",
    th: "จำนวนเงิน {amount} บาท เกินวงเงินที่เหลือของวันนี้ (วงเงินต่อวัน {limit} บาท เหลือ {left} บาท)",
  },
  balance: {
    en: "amount: THB {amount} is above what is left in the wallet: THB {left}",
    th: "จำนวนเงิน {amount} บาท เกินยอดเงินคงเหลือที่ใช้ได้ {left} บาท",
  },
  balance_unknown: {
    en: "The wallet balance is not known, because One2Pays cannot be asked now",
    th: "ไม่ทราบยอดเงินคงเหลือ เนื่องจากไม่สามารถเชื่อมต่อ One2Pays ได้ในขณะนี้ กรุณาลองใหม่อีกครั้งภายหลัง",
  },
} as const satisfies Record<string, LocalizedText>
