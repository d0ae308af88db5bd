import type { Texts } from "./texts"

export const en: Texts = {
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
  anotherBank: "Another bank",
  bankNumber: "Its three-digit bank number",
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
  titlePartiallyPaid: "Partly paid",
  titleRefunded: "Refunded",
  paidTooMuch: "You have paid {amount} too much. The shop will pay it back.",
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
  exactAmount:
    "Pay exactly {amount}. We recognise your payment by the satang beyond the price.",
  largeAmount:
    "From ฿50,000 your bank asks for a face scan, and your own daily limit applies. Check both in your banking app first.",
  noPage:
    "We are checking your account. The QR code appears here by itself, usually within a minute or two. If it does not, please contact the shop.",
  transferStep1: "Open the payment page. It shows the account to transfer to.",
  transferStep2:
    "Transfer exactly {amount}, from the account that you named at checkout.",
  transferStep3:
    "Come back here. This page changes by itself once the money has arrived, usually within 5 to 30 minutes.",
  transferNoPage:
    "We are checking your account. Where to transfer the money appears here by itself, usually within a minute or two. If it does not, please contact the shop.",

  adviceExpired: "Do not use the old QR code or account any more.",
  adviceFailed:
    "Your bank or the payment service refused it. You can try again.",
  adviceCanceled: "Do not pay by the old QR code or account any more.",
  adviceClosed:
    "This order can no longer be paid. To buy, please place it again.",
  tryAgain: "Try again",
  payRest: "Pay the rest ({amount})",
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
