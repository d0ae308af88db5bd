import { toLocale, type Locale } from "../index"

/**
 * Every text of the components but those that come from the server. What stands in braces, `{amount}`, is filled in. Plain
 * strings, so that they can come from a translation file and pass from a server component.
 */
export interface Texts {
  methodTitle: string
  promptpay: string
  promptpayHint: string
  bankTransfer: string
  bankTransferHint: string

  payerTitle: string
  payerWhy: string
  bank: string
  chooseBank: string
  accountNumber: string
  accountNumberHint: string
  accountName: string

  accountsLoading: string
  accountsAwaited: string
  endingIn: string
  anotherAccount: string
  remember: string
  rememberHint: string
  forget: string
  forgetAccount: string
  forgetQuestion: string
  yes: string
  no: string
  forgotten: string

  loading: string
  titleAwaiting: string
  titleProcessing: string
  titlePaid: string
  titleExpired: string
  titleFailed: string
  titleCanceled: string
  titleUnderReview: string
  titleUnavailable: string

  timeLeft: string
  timeOver: string
  qrLabel: string
  saveQr: string
  saveFailed: string
  openBankApp: string
  openPaymentPage: string
  qrStep1: string
  qrStep2: string
  qrStep3: string
  pageOnly: string
  noPage: string
  transferStep1: string
  transferStep2: string
  transferStep3: string
  transferNoPage: string

  adviceExpired: string
  adviceFailed: string
  adviceCanceled: string
  adviceClosed: string
  tryAgain: string
  tryingAgain: string
  checkAgain: string
  checking: string
  stillUnpaid: string

  maintenanceTime: string
  maintenanceKeep: string
  connectionLost: string
  unknownOrder: string
  reload: string
}

const en: Texts = {
  methodTitle: "How do you want to pay?",
  promptpay: "PromptPay",
  promptpayHint: "Scan a QR code with any banking app",
  bankTransfer: "Bank transfer",
  bankTransferHint: "Confirmed within 5 to 30 minutes",

  payerTitle: "The account you pay from",
  payerWhy:
    "We recognise your payment by this account. Nothing is taken from it: you pay in your own banking app.",
  bank: "Bank",
  chooseBank: "Choose your bank",
  accountNumber: "Account number",
  accountNumberHint: "10 to 15 digits; spaces and dashes are fine",
  accountName: "Account name",

  accountsLoading: "Loading your accounts…",
  accountsAwaited:
    "One moment: your accounts are still being loaded. Then please try again.",
  endingIn: "ending in {last4}",
  anotherAccount: "Another account",
  remember: "Remember this account for next time",
  rememberHint:
    "We keep its number and name encrypted, and show only the bank and the last four digits here. An order keeps the account name it is paid under. You can have the account forgotten here at any time; unused for 13 months, it is deleted.",
  forget: "Forget",
  forgetAccount: "Forget {account}",
  forgetQuestion: "Forget?",
  yes: "Yes",
  no: "No",
  forgotten: "{account} is forgotten.",

  loading: "Loading your payment…",
  titleAwaiting: "Pay now",
  titleProcessing: "One moment",
  titlePaid: "Paid",
  titleExpired: "The time to pay is over",
  titleFailed: "Not paid yet",
  titleCanceled: "Not paid",
  titleUnderReview: "We are checking your payment",
  titleUnavailable: "Your payment cannot be shown",

  timeLeft: "Time left to pay",
  timeOver:
    "The time to pay is over. Do not pay any more: we are checking whether your payment has arrived.",
  qrLabel: "PromptPay QR code for {amount}",
  saveQr: "Save QR image",
  saveFailed: "The image could not be saved. Take a screenshot instead.",
  openBankApp: "Open banking app",
  openPaymentPage: "Open the payment page",
  qrStep1: "Open your banking app and choose Scan.",
  qrStep2:
    "Scan the QR code, or save it (or press and hold it) and choose it from your photos.",
  qrStep3: "Check the amount and confirm. This page changes by itself.",
  pageOnly:
    "Pay there with your banking app. This page changes by itself once you have paid.",
  noPage: "This payment cannot be shown here. Please contact the shop.",
  transferStep1: "Open the payment page. It shows the account to transfer to.",
  transferStep2:
    "Transfer exactly {amount}, from the account that you named at checkout.",
  transferStep3:
    "Come back here. This page changes by itself once the money has arrived, usually within 5 to 30 minutes.",
  transferNoPage:
    "The shop will tell you where to transfer the money. This page changes by itself once it has arrived.",

  adviceExpired: "Do not use the old QR code or account any more.",
  adviceFailed:
    "Your bank or the payment service refused it. You can try again.",
  adviceCanceled: "Do not pay by the old QR code or account any more.",
  adviceClosed:
    "This order can no longer be paid. To buy, please place it again.",
  tryAgain: "Try again",
  tryingAgain: "One moment…",
  checkAgain: "I have paid: check again",
  checking: "Checking…",
  stillUnpaid:
    "No payment has arrived so far. If you have paid, please wait a minute and check again.",

  maintenanceTime: "We ask again at {time}.",
  maintenanceKeep:
    "If you have already paid, nothing is lost: this page changes by itself afterwards.",
  connectionLost:
    "The connection is lost at the moment. This page goes on by itself when it is back.",
  unknownOrder: "There is no such order, or it is paid in another way.",
  reload: "Try again",
}

const th: Texts = {
  methodTitle: "เลือกวิธีชำระเงิน",
  promptpay: "พร้อมเพย์",
  promptpayHint: "สแกน QR ด้วยแอปธนาคารใดก็ได้",
  bankTransfer: "โอนเงินผ่านธนาคาร",
  bankTransferHint: "ยืนยันยอดภายใน 5 ถึง 30 นาที",

  payerTitle: "บัญชีที่ใช้ชำระเงิน",
  payerWhy:
    "ใช้เพื่อตรวจสอบยอดเงินของคุณเท่านั้น ไม่มีการหักเงินจากบัญชี คุณเป็นผู้ยืนยันการจ่ายเองในแอปธนาคาร",
  bank: "ธนาคาร",
  chooseBank: "เลือกธนาคาร",
  accountNumber: "เลขที่บัญชี",
  accountNumberHint: "ตัวเลข 10 ถึง 15 หลัก เว้นวรรคหรือใส่ขีดได้",
  accountName: "ชื่อบัญชี",

  accountsLoading: "กำลังโหลดบัญชีของคุณ…",
  accountsAwaited: "กำลังโหลดบัญชีของคุณ กรุณารอสักครู่แล้วลองใหม่อีกครั้ง",
  endingIn: "ลงท้าย {last4}",
  anotherAccount: "ใช้บัญชีอื่น",
  remember: "จดจำบัญชีนี้ไว้ใช้ครั้งหน้า",
  rememberHint:
    "เราจะเก็บเลขที่บัญชีและชื่อบัญชีแบบเข้ารหัส และแสดงเพียงธนาคารกับเลข 4 ตัวท้ายที่นี่ ส่วนคำสั่งซื้อจะเก็บชื่อบัญชีที่ใช้ชำระไว้ คุณลบบัญชีที่จดจำไว้ได้ที่นี่ทุกเมื่อ หากไม่ได้ใช้งาน 13 เดือน ระบบจะลบให้เอง",
  forget: "ลบ",
  forgetAccount: "ลบ {account}",
  forgetQuestion: "ลบบัญชีนี้?",
  yes: "ลบ",
  no: "ไม่ลบ",
  forgotten: "ลบบัญชี {account} แล้ว",

  loading: "กำลังโหลดข้อมูลการชำระเงิน…",
  titleAwaiting: "ชำระเงิน",
  titleProcessing: "กรุณารอสักครู่",
  titlePaid: "ชำระเงินแล้ว",
  titleExpired: "หมดเวลาชำระเงิน",
  titleFailed: "ยังไม่ได้ชำระเงิน",
  titleCanceled: "ไม่ได้ชำระเงิน",
  titleUnderReview: "กำลังตรวจสอบการชำระเงิน",
  titleUnavailable: "ไม่สามารถแสดงข้อมูลการชำระเงินได้",

  timeLeft: "เหลือเวลาชำระเงิน",
  timeOver:
    "หมดเวลาชำระเงินแล้ว กรุณาอย่าชำระเงินอีก กำลังตรวจสอบว่าได้รับยอดเงินของคุณแล้วหรือไม่",
  qrLabel: "QR พร้อมเพย์ ยอด {amount}",
  saveQr: "บันทึกรูป QR",
  saveFailed: "บันทึกรูปไม่สำเร็จ กรุณาจับภาพหน้าจอแทน",
  openBankApp: "เปิดแอปธนาคาร",
  openPaymentPage: "เปิดหน้าชำระเงิน",
  qrStep1: "เปิดแอปธนาคารแล้วเลือกสแกน",
  qrStep2: "สแกน QR นี้ หรือบันทึกรูป (หรือกดค้างที่รูป) แล้วเลือกจากคลังภาพ",
  qrStep3: "ตรวจสอบยอดเงินแล้วกดยืนยัน หน้านี้จะเปลี่ยนเองเมื่อได้รับเงิน",
  pageOnly: "ชำระเงินด้วยแอปธนาคารในหน้านั้น หน้านี้จะเปลี่ยนเองเมื่อได้รับเงิน",
  noPage: "ไม่สามารถแสดงรายการชำระเงินนี้ได้ กรุณาติดต่อร้านค้า",
  transferStep1: "เปิดหน้าชำระเงินเพื่อดูบัญชีปลายทาง",
  transferStep2: "โอนเงินให้ตรงยอด {amount} จากบัญชีที่แจ้งไว้ตอนสั่งซื้อ",
  transferStep3: "กลับมาที่หน้านี้ เมื่อเงินเข้าแล้วหน้านี้จะเปลี่ยนเอง ปกติใช้เวลา 5 ถึง 30 นาที",
  transferNoPage: "ทางร้านจะแจ้งบัญชีปลายทางให้ทราบ เมื่อเงินเข้าแล้วหน้านี้จะเปลี่ยนเอง",

  adviceExpired: "กรุณาอย่าใช้ QR หรือบัญชีปลายทางเดิม",
  adviceFailed: "ธนาคารหรือระบบชำระเงินปฏิเสธรายการนี้ คุณลองใหม่อีกครั้งได้",
  adviceCanceled: "กรุณาอย่าชำระเงินด้วย QR หรือบัญชีปลายทางเดิม",
  adviceClosed: "ไม่สามารถชำระเงินสำหรับคำสั่งซื้อนี้ได้แล้ว หากต้องการซื้อ กรุณาสั่งซื้อใหม่",
  tryAgain: "ชำระเงินอีกครั้ง",
  tryingAgain: "กรุณารอสักครู่…",
  checkAgain: "ชำระแล้ว ตรวจสอบอีกครั้ง",
  checking: "กำลังตรวจสอบ…",
  stillUnpaid: "ยังไม่พบการชำระเงิน หากชำระแล้ว กรุณารอสักครู่แล้วตรวจสอบอีกครั้ง",

  maintenanceTime: "ระบบจะตรวจสอบอีกครั้งเวลา {time}",
  maintenanceKeep:
    "หากชำระเงินไปแล้ว ข้อมูลจะไม่สูญหาย หน้านี้จะเปลี่ยนเองเมื่อระบบกลับมาให้บริการ",
  connectionLost: "ขาดการเชื่อมต่ออินเทอร์เน็ตชั่วคราว หน้านี้จะทำงานต่อเองเมื่อเชื่อมต่อได้",
  unknownOrder: "ไม่พบคำสั่งซื้อนี้ หรือชำระด้วยวิธีอื่น",
  reload: "ลองอีกครั้ง",
}

const BUILT_IN: Record<Locale, Texts> = { en, th }

/** The texts of a language, with the shop's own in their place. */
export const textsFor = (
  locale: string,
  own: Partial<Texts> | undefined
): Texts => ({ ...BUILT_IN[toLocale(locale)], ...own })

/** `fill("Pay {amount}", { amount: "฿1.00" })` is `Pay ฿1.00`. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => values[name] ?? placeholder
  )
