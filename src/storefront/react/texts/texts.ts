/**
 * Every text of the components except those of the server. A value fills each name in braces, `{amount}`. The texts are
 * plain strings, so they can come from a translation file and pass from a server component.
 */
export interface Texts {
  methodTitle: string
  promptpay: string
  promptpayHint: string
  bankTransfer: string
  bankTransferHint: string

  payerTitle: string
  payerWhy: string
  whyTitle: string
  whyMatch: string
  whyReceiver: string
  whyOtherAccount: string
  bank: string
  chooseBank: string
  anotherBank: string
  bankNumber: string
  bankSearch: string
  banksFound: string
  bankNotFound: string
  accountNumber: string
  /** `{digits}` is replaced by the count that the chosen bank's numbers have, or `10–15`. */
  accountNumberHint: string
  accountName: string
  accountNameHint: string

  accountsTitle: string
  accountsNone: string
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
  titleTransfer: string
  titleProcessing: string
  titlePaid: string
  titlePartiallyPaid: string
  titleRefunded: string
  /** `{amount}` is replaced. */
  paidTooMuch: string
  titleExpired: string
  titleFailed: string
  titleCanceled: string
  titleUnderReview: string
  titleUnavailable: string

  /** `{bank}` and `{last4}` are replaced. */
  payFrom: string
  /** Beside it, as long as it can be paid. */
  change: string
  /** Beside it, once it has ended. */
  changeFirst: string
  changeTitle: string
  changeWarning: string
  changeSend: string
  changeCancel: string
  /** Before the account of an open payment is changed. */
  paidQuestion: string
  paidQuestionHint: string
  paidYes: string
  paidNo: string
  /** Before the amount to pay. */
  amountDue: string
  timeLeft: string
  /** The end of the time to pay, after it. `{time}` is replaced. */
  timeEnd: string
  /** Told to screen readers, as `oneMinuteLeft` is. */
  fiveMinutesLeft: string
  oneMinuteLeft: string
  timeOver: string
  timeOverTransfer: string
  qrLabel: string
  saveQr: string
  /** `{bank}` is replaced. */
  saved: string
  /** In place of a bank that is not known. */
  yourBank: string
  saveFailed: string
  shareQr: string
  /** Inside LINE or Facebook, which download nothing. `{bank}` is replaced. */
  holdQr: string
  /** On the card. `{reference}` is replaced. */
  cardReference: string
  /** On the card. `{time}` is replaced. */
  cardUntil: string
  openPaymentPage: string
  qrStep1: string
  qrStep2: string
  qrStep3: string
  pageOnly: string
  /** `{amount}` is replaced. */
  exactAmount: string
  largeAmount: string
  noPage: string
  transferStep1: string
  transferStep2: string
  transferStep3: string
  transferNoPage: string

  /** After the end of a QR code. */
  adviceOldQr: string
  /** After the end of a bank transfer. */
  adviceOldTransfer: string
  adviceFailed: string
  adviceClosed: string
  /** Where money of a QR code may be on its way. */
  underWay: string
  underWayTransfer: string
  newQr: string
  tryAgain: string
  payRest: string
  tryingAgain: string
  checkAgain: string
  checking: string
  /** After the customer has said that they have paid. */
  looking: string
  lookingTransfer: string

  amountPaid: string
  paidAt: string
  reference: string
  paidNext: string
  /** `{received}` and `{amount}` are replaced. */
  receivedOfDue: string
  /** In its place, where the sum is not known. */
  doNotPayAgain: string
  /** In place of the panel's `contact`. */
  contact: string

  maintenanceTime: string
  maintenanceKeep: string
  /** `{time}` is replaced. */
  maintenanceQrUntil: string
  maintenanceQr: string
  connectionLost: string
  unknownOrder: string
  reload: string

  /** On the page of a payment link that staff have sent. */
  linkTitle: string
  linkAmount: string
  linkPay: string
  linkNothing: string
  linkUnknown: string

  /** On the other pages of the shop, before an answer has come. */
  openTitle: string
  /** `{amount}` is replaced. */
  openWaiting: string
  openOrder: string
  openHide: string

  copyLink: string
  linkCopied: string
  linkNotCopied: string
}
