import type { Row } from "./row"

/** What the doctor can find out of a payment that is made, and the unit that its QR shows. */
export const PAYMENT = {
  create_not_asked: {
    topic: "payment",
    mark: "open",
    en: "No payment was made. A check that may create one (--create, in the admin “Check with a payment”) makes the smallest PromptPay payment, reads it and cancels it.",
    th: "ยังไม่ได้สร้างรายการชำระเงิน หากอนุญาต (--create หรือปุ่ม “ตรวจพร้อมสร้างรายการ” ในหน้าแอดมิน) ระบบจะสร้างรายการพร้อมเพย์ยอดน้อยที่สุด อ่านผล แล้วยกเลิก",
  },
  created: {
    topic: "payment",
    mark: "ok",
    en: "One2Pays made a PromptPay payment (HTTP {status}).",
    th: "One2Pays สร้างรายการพร้อมเพย์ได้ (HTTP {status})",
  },
  create_refused: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays refuses a PromptPay payment (HTTP {status}, {code}).",
    th: "One2Pays ไม่สร้างรายการพร้อมเพย์ (HTTP {status}, {code})",
  },
  create_refused_field: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays refuses a PromptPay payment because of its {field} (HTTP {status}, {code}).",
    th: "One2Pays ไม่สร้างรายการพร้อมเพย์ เพราะ {field} (HTTP {status}, {code})",
  },
  create_refused_payer: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays refuses the payer's {field} ({code}). Give a real account: --account-name, --account-number and --bank-code, in the admin the form's fields. Nobody pays from it.",
    th: "One2Pays ไม่รับ {field} ของผู้ชำระ ({code}) กรุณาระบุบัญชีจริงด้วย --account-name, --account-number และ --bank-code หรือในแบบฟอร์มของหน้าแอดมิน โดยจะไม่มีการตัดเงินจากบัญชีนี้",
  },
  maybe_open: {
    topic: "cancel",
    mark: "bad",
    en: "A payment of this check may be open: its answer was lost, and One2Pays does not show it. It ends by itself within {minutes} minutes; do not pay it.",
    th: "อาจมีรายการของการตรวจนี้ค้างอยู่ เพราะไม่ได้รับคำตอบและหาไม่พบใน One2Pays รายการจะหมดอายุเองภายใน {minutes} นาที อย่าชำระรายการนี้",
  },
  create_lost: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays did not say whether it made the payment ({code}).",
    th: "One2Pays ไม่ยืนยันว่าสร้างรายการแล้วหรือไม่ ({code})",
  },
  bank_refused: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays does not take the payer's bank {bank} ({code}). Give the account of another bank.",
    th: "One2Pays ไม่รับธนาคารของผู้ชำระ {bank} ({code}) กรุณาใช้บัญชีธนาคารอื่น",
  },
  expiry_ok: {
    topic: "payment",
    mark: "ok",
    en: "The payment ends after the {minutes} minutes that were asked for.",
    th: "รายการหมดอายุตามที่ขอ {minutes} นาที",
  },
  expiry_other: {
    topic: "payment",
    mark: "open",
    en: "The payment ends after {found}, not after the {minutes} minutes that were asked for.",
    th: "รายการหมดอายุใน {found} ไม่ใช่ {minutes} นาทีตามที่ขอ",
  },

  instructions_qr: {
    topic: "instructions",
    mark: "ok",
    en: "The customer gets a QR (type {type}).",
    th: "ลูกค้าได้รับคิวอาร์โค้ด (type {type})",
  },
  instructions_app: {
    topic: "instructions",
    mark: "ok",
    en: "The customer gets a link to One2Pays' own page (type {type}).",
    th: "ลูกค้าได้รับลิงก์ไปหน้าของ One2Pays (type {type})",
  },
  instructions_late: {
    topic: "instructions",
    mark: "ok",
    en: "The instructions did not come at once, but with a later read ({reads}).",
    th: "วิธีชำระเงินไม่ได้มาทันที แต่มาเมื่ออ่านซ้ำ ({reads} ครั้ง)",
  },
  instructions_none: {
    topic: "instructions",
    mark: "bad",
    en: "One2Pays gave neither a QR nor a link, also after {reads} more reads. A customer could not pay.",
    th: "One2Pays ไม่ให้คิวอาร์โค้ดหรือลิงก์ แม้อ่านซ้ำ {reads} ครั้ง ลูกค้าจะชำระเงินไม่ได้",
  },
  qr_damaged: {
    topic: "instructions",
    mark: "bad",
    en: "The QR is damaged (its checksum is wrong). No bank app would take it.",
    th: "คิวอาร์โค้ดเสีย (ค่าตรวจสอบผิด) แอปธนาคารจะสแกนไม่ได้",
  },
  satang_added: {
    topic: "instructions",
    mark: "ok",
    en: "The QR asks for THB {seen} in place of THB {meant}: One2Pays adds satang to tell payers apart.",
    th: "คิวอาร์โค้ดมียอด {seen} บาท แทน {meant} บาท One2Pays เพิ่มเศษสตางค์เพื่อแยกผู้ชำระ",
  },

  unit_proved: {
    topic: "unit",
    mark: "ok",
    en: "The account counts in {unit}, as the config says.",
    th: "บัญชีใช้หน่วย {unit} ตรงกับที่ตั้งค่าไว้",
  },
  unit_contradicted: {
    topic: "unit",
    mark: "bad",
    en: "The account counts in {unit}, but the config says {configured}: every amount would be wrong by a hundred times.",
    th: "บัญชีใช้หน่วย {unit} แต่ตั้งค่าไว้เป็น {configured} ทุกยอดจะผิดไปหนึ่งร้อยเท่า",
  },
  unit_not_looked_at: {
    topic: "unit",
    mark: "open",
    en: "Whether the account counts in baht or satang shows only with a payment.",
    th: "ต้องสร้างรายการชำระเงินจึงจะรู้ว่าบัญชีใช้หน่วยบาทหรือสตางค์",
  },
  unit_without_qr: {
    topic: "unit",
    mark: "open",
    en: "Without a QR it cannot be told whether the account counts in baht or satang. Two people confirm it by hand in Settings.",
    th: "ไม่มีคิวอาร์โค้ด จึงบอกไม่ได้ว่าบัญชีใช้หน่วยบาทหรือสตางค์ ให้สองคนยืนยันในหน้าการตั้งค่า",
  },
  unit_of_no_amount: {
    topic: "unit",
    mark: "open",
    en: "The QR names no amount, so that the unit of the account cannot be told. Two people confirm it by hand in Settings.",
    th: "คิวอาร์โค้ดไม่มียอดเงิน จึงบอกหน่วยของบัญชีไม่ได้ ให้สองคนยืนยันในหน้าการตั้งค่า",
  },
  unit_of_other_amount: {
    topic: "unit",
    mark: "open",
    en: "The QR asks for THB {seen}, which fits neither baht nor satang of the amount that was sent ({sent}). Ask One2Pays.",
    th: "คิวอาร์โค้ดมียอด {seen} บาท ซึ่งไม่ตรงกับยอดที่ส่ง ({sent}) ทั้งหน่วยบาทและสตางค์ กรุณาสอบถาม One2Pays",
  },
} as const satisfies Record<string, Row>
