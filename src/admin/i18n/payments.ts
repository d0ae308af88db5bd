import { ISSUE_TITLES } from "../../messages/texts/issue-titles"
import { inLanguage } from "./in-language"

const EN = inLanguage(ISSUE_TITLES, "en")
const TH = inLanguage(ISSUE_TITLES, "th")

const en = {
  title: "Payments",
  one: "Payment",
  issues: { open: "Needs attention", resolved: "Closed issues" },
  search: "Order number, reference or One2Pays id",
  show: {
    all: "All payments",
    open: "Needs attention",
    resolved: "Closed",
  },
  empty: "No payments yet",
  emptyText: "What customers pay through One2Pays will show up here.",
  nothingText: "No payment fits the search.",
  columns: { state: "State", amount: "Due" },
  story: {
    title: "Story",
    chosen: "The customer chose One2Pays",
    money: "Money came",
    paid: "The order was paid",
    cancelRequested: "It was to be canceled",
    ended: "It ended without money",
    replaced: "Another payment took its place",
    issue: "It needed attention",
    payingBack: "Money is paid back",
    closed: "The issue was closed",
  },
  none: {
    open: "All money is where it belongs.",
    resolved: "Nothing has been closed yet.",
    found: "No issue fits the search.",
  },
  since: "Since {{time}}",
  expected: "Expected: {{amount}}",
  todo: "What you can do",
  order: "Order",
  payout: "Payout",
  payBack: "Pay back",
  payBackDone:
    "The payout was requested. A second person approves it if your shop's settings say so.",
  payingBack:
    "Being paid back since {{time}}. This closes itself when the money has arrived.",
  payBackFailed: "It was paid back, and the money did not arrive.",
  payBackPayout: "Pay-back",
  close: {
    action: "Close",
    title: "Close this issue",
    why: "What was done? It is kept with your name.",
  },
  closedBy: "Closed by {{name}}, {{time}}",
  check: "Check now",
  cancel: "Cancel payment",
  cancelLater: "It will be canceled as soon as One2Pays can be reached.",
  copyLink: "Copy payment link",
  toIssue: "What to do",
  wentBack: "Money back",
  warning: {
    duplicate: { title: "Requested again" },
    payer_changed: {
      title: "Payer changed",
      text: "The payer was changed after the order was placed. The first payer was {{account}}. Ask the customer whose account it is before money goes back.",
    },
    payer_not_customer: {
      title: "Customer not logged in",
      text: "The order belongs to a customer with an account at your shop. Somebody who was not logged in gave this account, through a payment link. Ask the customer whose account it is before money goes back.",
    },
  },
  sure: {
    cancel: "Nobody will be able to pay these {{amount}} any more.",
    payBack:
      "{{amount}} goes back to {{name}}, account ••{{last4}}; and what else has come for it by now.",
    payBackOwed: "{{amount}} goes back to {{name}}, account ••{{last4}}.",
    payBackAgain:
      "{{amount}} is sent once more to {{name}}, account ••{{last4}}.",
  },
  method: { promptpay: "PromptPay", bank_transfer: "Bank transfer" },
  view: {
    preparing: "Being prepared",
    awaiting: "Waits for the customer",
    canceling: "Being canceled",
    expired: "Expired",
    failed: "Failed",
    canceled: "Canceled",
    arrived: "Received",
    paid: "Paid",
    review: "Needs attention",
  },
  fact: {
    received: "Received",
    method: "Method",
    asked: "To pay, with satang added",
    payer: "Payer",
    customer: "Customer",
    account: "Account",
    firstPayer: "First payer",
    reference: "Reference",
    gatewayId: "One2Pays id",
    created: "Chosen",
    expires: "Payable until",
    paid: "Paid",
    ended: "Ended",
  },
  issue: {
    amount_mismatch: {
      title: EN.amount_mismatch,
      happened:
        "Another amount came than {{amount}}, or the order changed after it was paid.",
      todo: "Pay it back and ask the customer to pay again; or agree on the difference, and close the issue.",
      byHand:
        "Agree on the difference with the customer, then close the issue.",
    },
    currency_mismatch: {
      title: EN.currency_mismatch,
      happened: "Money came that is not in baht.",
      todo: "Ask One2Pays to send it back, then close the issue.",
    },
    order_rolled_back: {
      title: EN.order_rolled_back,
      happened:
        "{{amount}} came for an order that was rolled back: the shop does not have it any more.",
      todo: "Pay it back; or place the order for the customer, and close the issue.",
      byHand:
        "Pay the customer back in another way, or place the order for them; then close the issue.",
    },
    paid_after_cancel: {
      title: EN.paid_after_cancel,
      happened:
        "{{amount}} came after the order was canceled, or after another payment had taken this one's place.",
      todo: "Pay it back; or place the order again for the customer, and close the issue.",
      byHand:
        "Pay the customer back in another way, or place the order again for them; then close the issue.",
    },
    paid_twice: {
      title: EN.paid_twice,
      happened: "{{amount}} came for an order that had been paid already.",
      todo: "Pay it back.",
      byHand: "Pay the customer back in another way, then close the issue.",
    },
    qr_amount_mismatch: {
      title: EN.qr_amount_mismatch,
      happened:
        "One2Pays made a payment that would ask for other money than {{amount}}. The shop withdrew it and did not show it.",
      todo: "If the line above names amountUnit, set that option to the unit of your One2Pays account; if not, ask One2Pays. Then close the issue.",
    },
    refund_missing: {
      title: EN.refund_missing,
      happened:
        "Medusa counts {{amount}} as gone back to the customer, and no payout pays it.",
      todo: "Pay it back; or, if you have paid it in another way, close the issue.",
      byHand: "Pay the customer back in another way, then close the issue.",
    },
    unknown_reference: {
      title: EN.unknown_reference,
      happened: "{{amount}} came for an order that the shop does not have.",
      todo: "Pay it back; or place the order for the customer, and close the issue.",
      byHand:
        "Ask One2Pays whose money it is, and pay it back in another way if that is up to you; then close the issue with a note.",
    },
  },
  withdrawIssue: {
    amount_mismatch: {
      title: "Another amount",
      happened: "One2Pays has this payout with another amount than {{amount}}.",
      todo: "Ask One2Pays which is right, then close the issue.",
    },
    delayed: {
      title: "Takes too long",
      happened: "{{amount}} should have arrived by now.",
      unsent:
        "It has not left yet, and leaves by itself as soon as One2Pays takes payouts: see the settings. Cancel it if it should not leave any more.",
      todo: "Check it now, and ask One2Pays where it is. Cancel it if it still waits. The issue closes itself when the money arrives.",
    },
    payout_failed: {
      title: "Not paid out",
      happened: "{{amount}} did not leave, or did not arrive.",
      todo: "Ask for the payout again if the beneficiary should still get it, then close the issue.",
    },
    returned: {
      title: "Sent back by the bank",
      happened: "{{amount}} had been paid out, and came back or is about to.",
      todo: "Ask the beneficiary for the right account, ask for a new payout, and close the issue.",
    },
    paid_after_cancel: {
      title: "Paid out after all",
      happened:
        "One2Pays has a payout that had failed or been canceled here: {{amount}} left after all, or is about to.",
      todo: "Do not pay it again. If the money should not leave, cancel it at One2Pays while it waits there, or ask the beneficiary for it; then close the issue.",
    },
    refund_failed: {
      title: "Not paid back",
      happened: "{{amount}} did not get back to the customer.",
      todo: "Send it again to the same account; or pay the customer in another way, and close the issue.",
      byHand: "Pay the customer back in another way, then close the issue.",
    },
  },
}

const th: typeof en = {
  title: "รายการรับชำระ",
  one: "รายละเอียดการรับชำระ",
  issues: { open: "รายการเงินที่ต้องตรวจสอบ", resolved: "รายการที่ปิดแล้ว" },
  search: "เลขคำสั่งซื้อ เลขอ้างอิง หรือรหัส One2Pays",
  show: {
    all: "รายการทั้งหมด",
    open: "ต้องตรวจสอบ",
    resolved: "ปิดแล้ว",
  },
  empty: "ยังไม่มีรายการรับชำระ",
  emptyText: "รายการที่ลูกค้าชำระผ่าน One2Pays จะแสดงที่นี่",
  nothingText: "ไม่มีรายการที่ตรงกับการค้นหา",
  columns: { state: "สถานะ", amount: "ยอดที่ต้องชำระ" },
  story: {
    title: "ประวัติ",
    chosen: "ลูกค้าเลือกชำระผ่าน One2Pays",
    money: "ได้รับเงิน",
    paid: "คำสั่งซื้อชำระแล้ว",
    cancelRequested: "ขอยกเลิก",
    ended: "สิ้นสุดโดยไม่ได้รับเงิน",
    replaced: "มีรายการชำระเงินใหม่แทนแล้ว",
    issue: "พบปัญหาที่ต้องตรวจสอบ",
    payingBack: "กำลังโอนเงินคืน",
    closed: "ปิดรายการปัญหาแล้ว",
  },
  none: {
    open: "เงินทุกรายการถูกต้อง ไม่มีรายการที่ต้องตรวจสอบ",
    resolved: "ยังไม่มีรายการที่ปิดแล้ว",
    found: "ไม่มีรายการที่ตรงกับการค้นหา",
  },
  since: "ตั้งแต่ {{time}}",
  expected: "ยอดที่คาดไว้: {{amount}}",
  todo: "สิ่งที่ทำได้",
  order: "คำสั่งซื้อ",
  payout: "รายการจ่ายเงินออก",
  payBack: "โอนเงินคืน",
  payBackDone: "ส่งคำขอจ่ายเงินออกแล้ว ต้องมีผู้อนุมัติอีกคนตามการตั้งค่าของร้าน",
  payingBack: "กำลังโอนเงินคืนตั้งแต่ {{time}} รายการนี้จะปิดเองเมื่อเงินถึงผู้รับ",
  payBackFailed: "มีการโอนเงินคืนแล้ว แต่เงินไม่ถึงผู้รับ",
  payBackPayout: "รายการโอนเงินคืน",
  close: {
    action: "ปิดรายการ",
    title: "ปิดรายการนี้",
    why: "ดำเนินการอย่างไรแล้วบ้าง ระบบจะบันทึกไว้พร้อมชื่อของคุณ",
  },
  closedBy: "ปิดโดย {{name}} เมื่อ {{time}}",
  check: "ตรวจสอบตอนนี้",
  cancel: "ยกเลิกการชำระเงิน",
  cancelLater: "ระบบจะยกเลิกรายการนี้ทันทีที่เชื่อมต่อ One2Pays ได้",
  copyLink: "คัดลอกลิงก์ชำระเงิน",
  toIssue: "ดูสิ่งที่ต้องทำ",
  wentBack: "เงินคืน",
  warning: {
    duplicate: { title: "ขอซ้ำ" },
    payer_changed: {
      title: "เปลี่ยนผู้ชำระเงิน",
      text: "มีการเปลี่ยนผู้ชำระเงินหลังสั่งซื้อ ผู้ชำระเงินเดิมคือ {{account}} กรุณาสอบถามลูกค้าว่าบัญชีเป็นของใครก่อนคืนเงิน",
    },
    payer_not_customer: {
      title: "ลูกค้าไม่ได้เข้าสู่ระบบ",
      text: "คำสั่งซื้อนี้เป็นของลูกค้าที่มีบัญชีสมาชิกกับร้าน แต่ผู้ที่กรอกบัญชีธนาคารนี้ผ่านลิงก์ชำระเงินไม่ได้เข้าสู่ระบบ กรุณาสอบถามลูกค้าว่าบัญชีเป็นของใครก่อนคืนเงิน",
    },
  },
  sure: {
    cancel: "ลูกค้าจะชำระเงิน {{amount}} รายการนี้ไม่ได้อีก",
    payBack:
      "โอนเงิน {{amount}} และเงินที่เข้ามาเพิ่มหลังจากนั้น (ถ้ามี) คืนไปยัง {{name}} บัญชี ••{{last4}}",
    payBackOwed: "โอนเงิน {{amount}} คืนไปยัง {{name}} บัญชี ••{{last4}}",
    payBackAgain: "เงิน {{amount}} จะถูกส่งอีกครั้งให้ {{name}} บัญชี ••{{last4}}",
  },
  method: { promptpay: "พร้อมเพย์", bank_transfer: "โอนผ่านธนาคาร" },
  view: {
    preparing: "กำลังเตรียมรายการ",
    awaiting: "รอลูกค้าชำระ",
    canceling: "กำลังยกเลิก",
    expired: "หมดเวลาชำระเงิน",
    failed: "ไม่สำเร็จ",
    canceled: "ยกเลิกแล้ว",
    arrived: "ได้รับเงินแล้ว",
    paid: "ชำระแล้ว",
    review: "ต้องตรวจสอบ",
  },
  fact: {
    received: "ยอดที่ได้รับ",
    method: "วิธีชำระเงิน",
    asked: "ยอดที่ต้องโอน รวมเศษสตางค์",
    payer: "ผู้ชำระเงิน",
    customer: "ลูกค้า",
    account: "บัญชี",
    firstPayer: "ผู้ชำระเงินเดิม",
    reference: "เลขอ้างอิง",
    gatewayId: "รหัส One2Pays",
    created: "วันที่เลือก",
    expires: "ชำระได้ถึง",
    paid: "ชำระเมื่อ",
    ended: "สิ้นสุดเมื่อ",
  },
  issue: {
    amount_mismatch: {
      title: TH.amount_mismatch,
      happened: "ได้รับเงินไม่ตรงกับ {{amount}} หรือคำสั่งซื้อถูกแก้ไขหลังชำระเงิน",
      todo: "โอนเงินคืนแล้วให้ลูกค้าชำระใหม่ หรือตกลงส่วนต่างกับลูกค้าแล้วปิดรายการ",
      byHand: "ตกลงส่วนต่างกับลูกค้า แล้วปิดรายการ",
    },
    currency_mismatch: {
      title: TH.currency_mismatch,
      happened: "ได้รับเงินที่ไม่ใช่สกุลบาท",
      todo: "ติดต่อ One2Pays ให้โอนเงินคืน แล้วปิดรายการ",
    },
    order_rolled_back: {
      title: TH.order_rolled_back,
      happened: "ได้รับเงิน {{amount}} สำหรับคำสั่งซื้อที่สร้างไม่สำเร็จ จึงไม่มีในร้านแล้ว",
      todo: "โอนเงินคืน หรือสร้างคำสั่งซื้อให้ลูกค้าแล้วปิดรายการ",
      byHand: "คืนเงินให้ลูกค้าด้วยวิธีอื่น หรือสร้างคำสั่งซื้อให้ลูกค้า แล้วปิดรายการ",
    },
    paid_after_cancel: {
      title: TH.paid_after_cancel,
      happened:
        "ได้รับเงิน {{amount}} หลังจากคำสั่งซื้อถูกยกเลิก หรือมีรายการชำระเงินใหม่แทนแล้ว",
      todo: "โอนเงินคืน หรือสร้างคำสั่งซื้อใหม่ให้ลูกค้าแล้วปิดรายการ",
      byHand: "คืนเงินให้ลูกค้าด้วยวิธีอื่น หรือสร้างคำสั่งซื้อใหม่ให้ลูกค้า แล้วปิดรายการ",
    },
    paid_twice: {
      title: TH.paid_twice,
      happened: "ได้รับเงิน {{amount}} สำหรับคำสั่งซื้อที่ชำระแล้ว",
      todo: "โอนเงินคืน",
      byHand: "คืนเงินให้ลูกค้าด้วยวิธีอื่น แล้วปิดรายการ",
    },
    qr_amount_mismatch: {
      title: TH.qr_amount_mismatch,
      happened:
        "One2Pays สร้างรายการชำระเงินที่ไม่ตรงกับยอด {{amount}} ระบบยกเลิกแล้วโดยไม่ได้แสดงให้ลูกค้าเห็น",
      todo: "หากข้อความด้านบนระบุ amountUnit ให้ตั้งค่าให้ตรงกับหน่วยเงินของบัญชี One2Pays หากไม่ใช่ให้สอบถาม One2Pays แล้วปิดรายการ",
    },
    refund_missing: {
      title: TH.refund_missing,
      happened:
        "Medusa บันทึกว่าคืนเงิน {{amount}} แล้ว แต่ไม่มีรายการจ่ายเงินออกที่จ่ายคืนลูกค้า",
      todo: "โอนเงินคืน หากคืนด้วยวิธีอื่นแล้วให้ปิดรายการ",
      byHand: "คืนเงินให้ลูกค้าด้วยวิธีอื่น แล้วปิดรายการ",
    },
    unknown_reference: {
      title: TH.unknown_reference,
      happened: "ได้รับเงิน {{amount}} สำหรับคำสั่งซื้อที่ไม่มีในร้าน",
      todo: "โอนเงินคืน หรือสร้างคำสั่งซื้อให้ลูกค้าแล้วปิดรายการ",
      byHand:
        "สอบถาม One2Pays ว่าเงินนี้เป็นของใคร หากร้านต้องคืนให้คืนด้วยวิธีอื่น แล้วปิดรายการพร้อมบันทึก",
    },
  },
  withdrawIssue: {
    amount_mismatch: {
      title: "ยอดเงินไม่ตรง",
      happened: "รายการจ่ายเงินออกที่ One2Pays มียอดไม่ตรงกับ {{amount}}",
      todo: "สอบถาม One2Pays ว่ายอดใดถูกต้อง แล้วปิดรายการ",
    },
    delayed: {
      title: "ใช้เวลานานเกินไป",
      happened: "เงิน {{amount}} ควรถึงผู้รับแล้ว",
      unsent:
        "รายการนี้ยังไม่ได้ส่ง ระบบจะส่งโดยอัตโนมัติเมื่อ One2Pays รับรายการจ่ายเงินออก กรุณาดูที่การตั้งค่า หรือยกเลิกหากไม่ต้องการส่งแล้ว",
      todo: "ตรวจสอบตอนนี้และสอบถาม One2Pays ยกเลิกได้หากยังรออยู่ รายการนี้จะปิดเองเมื่อเงินถึงผู้รับ",
    },
    payout_failed: {
      title: "จ่ายเงินไม่สำเร็จ",
      happened: "เงิน {{amount}} ยังไม่ได้จ่าย หรือไม่ถึงผู้รับ",
      todo: "ขอจ่ายเงินออกใหม่หากยังต้องจ่าย แล้วปิดรายการ",
    },
    returned: {
      title: "ธนาคารตีเงินกลับ",
      happened: "เงิน {{amount}} จ่ายไปแล้ว แต่ถูกตีกลับหรือกำลังจะถูกตีกลับ",
      todo: "สอบถามเลขที่บัญชีที่ถูกต้องจากผู้รับเงิน ขอจ่ายเงินออกใหม่ แล้วปิดรายการ",
    },
    paid_after_cancel: {
      title: "จ่ายเงินออกไปแล้ว",
      happened:
        "One2Pays มีรายการจ่ายเงินออกที่ไม่สำเร็จหรือถูกยกเลิกในร้าน เงิน {{amount}} ถูกจ่ายออกไปแล้วหรือกำลังจะถูกจ่าย",
      todo: "อย่าจ่ายซ้ำ หากไม่ควรจ่าย ให้ยกเลิกที่ One2Pays ขณะที่ยังรออยู่ หรือติดต่อผู้รับเพื่อขอเงินคืน แล้วปิดรายการ",
    },
    refund_failed: {
      title: "โอนเงินคืนไม่สำเร็จ",
      happened: "เงิน {{amount}} ยังไม่ถึงลูกค้า",
      todo: "ส่งอีกครั้งไปยังบัญชีเดิม หรือคืนเงินด้วยวิธีอื่นแล้วปิดรายการ",
      byHand: "คืนเงินให้ลูกค้าด้วยวิธีอื่น แล้วปิดรายการ",
    },
  },
}

export const payments = { en, th }
