import { CARD_TEXTS } from "../../../messages/texts/card"
import { FORM_WORDS, STATUS_WORDS } from "../../../messages/texts/payment-words"
import type { Texts } from "./texts"

export const en: Texts = {
  methodTitle: FORM_WORDS.method.en,
  promptpay: "PromptPay",
  promptpayHint: "Scan a QR code with the app of the bank below",
  bankTransfer: FORM_WORDS.bank_transfer.en,
  bankTransferHint: "Checked 5–30 minutes after the transfer",

  payerTitle: FORM_WORDS.account.en,
  payerWhy: FORM_WORDS.why.en,
  whyTitle: "Why do we ask?",
  whyMatch:
    "Many customers pay the same amount. The account number tells which transfer belongs to your order.",
  whyReceiver:
    "It goes to the shop and to One2Pays, the payment service of the shop.",
  whyOtherAccount:
    "If you pay from another account, your payment may not be recognized until the shop has checked it. Please enter the account that you will pay from.",
  bank: FORM_WORDS.bank.en,
  chooseBank: FORM_WORDS.choose_bank.en,
  anotherBank: "Another bank",
  bankNumber: "Its three-digit bank number",
  bankSearch: "Type your bank's name",
  banksFound: "{count} banks found, tap to choose",
  bankNotFound: "No such bank, tap to see all",
  accountNumber: FORM_WORDS.account_number.en,
  accountNumberHint:
    "{digits} digits, not your PromptPay phone number; spaces and dashes are fine",
  accountName: "Account name",
  accountNameHint: "As in your bank book or banking app",

  accountsTitle: "Saved bank accounts",
  accountsNone: "No bank account is saved.",
  accountsLoading: "Loading your accounts…",
  accountsAwaited:
    "One moment: your accounts are still being loaded. Then please try again.",
  endingIn: "ending in {last4}",
  anotherAccount: "Another account",
  remember: "Save this account for next time",
  rememberHint:
    "We keep its number and name encrypted, and show the last four digits only. You can remove it at any time; unused for 13 months, it is removed automatically. An order keeps the account name.",
  forget: "Remove",
  forgetAccount: "Remove {account}",
  forgetQuestion: "Remove this account?",
  yes: "Remove",
  no: "Cancel",
  forgotten: "{account} was removed.",

  loading: "Loading your payment…",
  titleAwaiting: "Scan to pay",
  titleTransfer: "Transfer to pay",
  titleProcessing: "One moment",
  titlePaid: "Payment received",
  titlePartiallyPaid: "Partly paid",
  titleRefunded: "Refunded",
  paidTooMuch: "You have paid {amount} too much. The shop will pay it back.",
  titleExpired: "Payment time expired",
  titleFailed: "Payment failed",
  titleCanceled: "Payment canceled",
  titleUnderReview: "We are checking your payment",
  titleUnavailable: "Your payment cannot be shown",

  payFrom: STATUS_WORDS.from.en,
  change: "Change",
  changeFirst: "Change account or method",
  changeTitle: "Pay from another account or by another method",
  changeWarning:
    "You get a new payment, and the one before it ends. If you have paid that one, please do not go on.",
  changeSend: "Continue with this account",
  changeCancel: "Back",
  paidQuestion: "Have you already paid?",
  paidQuestionHint:
    "If you change the account, this payment ends, and you get a new one.",
  paidYes: "Yes, I have paid",
  paidNo: "No, change the account",
  amountDue: "Amount to pay",
  timeLeft: "Pay within",
  timeEnd: "(until {time})",
  fiveMinutesLeft: "Five minutes left to pay.",
  oneMinuteLeft: "One minute left to pay.",
  timeOver:
    "Payment time expired. Do not scan this QR code any more: we are checking whether your payment has arrived.",
  timeOverTransfer:
    "Payment time expired. Do not transfer any more: we are checking whether your payment has arrived.",
  qrLabel: "PromptPay QR code for {amount}",
  saveQr: "Save QR image",
  saved:
    "Saved. Open the app of {bank}, choose Scan, then this picture from your photos.",
  yourBank: "your bank",
  saveFailed: "The image could not be saved. Take a screenshot instead.",
  shareQr: "Share QR image",
  holdQr:
    "Press and hold the QR code to save it. Then open the app of {bank}, choose Scan, and this picture from your photos.",
  cardReference: CARD_TEXTS.reference.en,
  cardUntil: CARD_TEXTS.until.en,
  openPaymentPage: "Go to the payment page (opens a new page)",
  qrStep1: "Open your banking app and choose Scan.",
  qrStep2:
    "Scan the QR code, or save it (or press and hold it) and choose it from your photos.",
  qrStep3:
    "Check the receiver's name and the amount, then confirm. This page updates automatically.",
  pageOnly: "Pay there with your banking app. This page updates automatically.",
  exactAmount:
    "Pay exactly {amount}. We recognize your payment by the satang beyond the price.",
  largeAmount:
    "From ฿50,000 your bank asks for a face scan, and your own daily limit applies. Check both in your banking app first.",
  noPage:
    "We are checking your account. The QR code appears here by itself, usually within a minute or two. If it does not, please contact the shop.",
  transferStep1: "Open the payment page. It shows the account to transfer to.",
  transferStep2:
    "Transfer exactly {amount}, from the account that you named at checkout.",
  transferStep3:
    "Come back here. This page updates automatically when the money has arrived, usually within 5–30 minutes.",
  transferNoPage:
    "We are checking your account. Where to transfer the money appears here by itself, usually within a minute or two. If it does not, please contact the shop.",

  adviceOldQr: "Please do not use the old QR code.",
  adviceOldTransfer: "Please do not transfer to the old account.",
  adviceFailed:
    "Your bank or the payment service refused it. You can try again.",
  adviceClosed:
    "This order can no longer be paid. To buy, please place it again.",
  underWay: STATUS_WORDS.under_way.en,
  underWayTransfer: STATUS_WORDS.under_way_transfer.en,
  newQr: "Get a new QR code",
  tryAgain: STATUS_WORDS.again.en,
  payRest: "Pay the rest ({amount})",
  tryingAgain: "One moment…",
  checkAgain: STATUS_WORDS.check.en,
  checking: "Checking…",
  looking:
    "We are looking for your payment. It can take a minute. Please do not pay again: this page updates automatically.",
  lookingTransfer:
    "We are looking for your transfer. It usually takes 5–30 minutes. Please do not transfer again. You can leave this page: we keep looking.",

  amountPaid: "Amount paid",
  paidAt: "Paid at",
  reference: STATUS_WORDS.reference.en,
  paidNext: "The shop has your payment and takes care of your order now.",
  receivedOfDue:
    "We received {received}. The amount due is {amount}. Please do not pay again.",
  doNotPayAgain: "Please do not pay again.",
  contact:
    "The shop checks this and contacts you. If you ask, please give the reference.",

  maintenanceTime: "We'll check again at {time}.",
  maintenanceKeep:
    "If you have already paid, your money and your order are safe. This page updates automatically afterwards.",
  maintenanceQrUntil:
    "You can still pay with the QR code below until {time}. We can confirm it only after the maintenance.",
  maintenanceQr:
    "You can still pay with the QR code below. We can confirm it only after the maintenance.",
  connectionLost:
    "The connection is lost at the moment. This page continues automatically when it is back.",
  unknownOrder: "There is no such order, or this order is paid in another way.",
  reload: "Try again",

  linkTitle: "Pay for your order",
  linkAmount: FORM_WORDS.amount.en,
  linkPay: FORM_WORDS.pay.en,
  linkNothing: FORM_WORDS.nothing.en,
  linkUnknown: FORM_WORDS.unknown.en,

  openTitle: "Your latest order",
  openWaiting: "Your order is waiting for your payment: {amount}",
  openOrder: "See the order",
  openHide: "Hide",

  copyLink: "Copy the link to this payment",
  linkCopied: "The link was copied. Whoever opens it sees this page.",
  linkNotCopied:
    "The link could not be copied. Please copy the address of this page instead.",
}
