import type { GatewayPayment } from "../../../../gateway"
import { renderMessage } from "../../../../messages"
import { checkOpenPayment, judgeQr, shownAction } from "../judge/check-qr"
import { aPayment } from "./payment"

/** A PromptPay QR with these last tags: 53, 54 and the checksum over all of it. */
const qr = (tags: string) =>
  `00020101021229370016A000000677010111011300668123456785802TH${tags}`

const FITS = qr("530376454071290.506304F447")

const check = (
  payload: string | undefined,
  more: Partial<GatewayPayment> = {}
) => {
  const found = { amount: "1290.50", currency: "THB", ...more }
  const message = checkOpenPayment(
    aPayment(),
    {
      ...found,
      nextAction: payload ? { qrCode: { payload } } : null,
    } as GatewayPayment,
    "satang"
  )
  return message && renderMessage(message, "en")
}

it.each([
  ["the same amount", FITS, "proved"],
  ["a hundred times", qr("53037645409129050.006304AF5A"), "contradicted"],
  ["a hundredth", qr("5303764540612.9056304D320"), "contradicted"],
  ["some satang more", qr("530376454071290.5763049393"), null],
  ["no amount", qr("53037646304A241"), null],
  ["a damaged QR", `${FITS.slice(0, -1)}0`, null],
  ["no QR", undefined, null],
])("the unit: a QR with %s", (_, payload, verdict) => {
  const found = { nextAction: payload ? { qrCode: { payload } } : null }
  expect(judgeQr(aPayment(), found as GatewayPayment)).toBe(verdict)
})

describe("an open payment at the gateway", () => {
  it.each([
    ["its QR asks for the same", FITS],
    ["its QR writes the amount shorter", qr("530376454061290.563049867")],
    ["its QR leaves the amount to the payer", qr("53037646304A241")],
    ["it has no QR yet", undefined],
  ])("fits when %s", (_, payload) => {
    expect(check(payload)).toBeNull()
  })

  it.each([
    [
      "a hundred times the amount",
      qr("53037645409129050.006304AF5A"),
      "129050.00",
    ],
    ["a hundredth of the amount", qr("5303764540612.9056304D320"), "12.905"],
  ])("speaks of amountUnit when its QR asks for %s", (_, payload, asked) => {
    expect(check(payload)).toBe(
      `The QR asks for THB ${asked}, the gateway recorded THB 1290.50, the order is THB 1290.50. options.amountUnit is "satang", but this One2Pays account seems to use "baht".`
    )
  })

  it.each([
    ["some satang more", qr("530376454071290.5763049393"), "1290.57"],
    ["ten times the amount", qr("5303764540812905.0063042C05"), "12905.00"],
  ])(
    "speaks of the difference alone when its QR asks for %s",
    (_, payload, asked) => {
      expect(check(payload)).toBe(
        `The QR asks for THB ${asked}, the gateway recorded THB 1290.50, the order is THB 1290.50.`
      )
    }
  )

  it("fits with some satang more, where the QR and the record name the same", () => {
    const raised = qr("530376454071290.5763049393")
    expect(check(raised, { amount: "1290.57" })).toBeNull()
    expect(check(undefined, { amount: "1290.57" })).toBeNull()
    expect(check(FITS, { amount: "1290.57" })).toMatch(
      /^The QR asks for THB 1290\.50, the gateway recorded THB 1290\.57/
    )
  })

  it.each([
    ["of another currency", qr("530384054071290.50630454EB"), "840"],
    ["that names no currency", qr("54071290.50630421D9"), "?"],
  ])("tells of a QR %s", (_, payload, currency) => {
    expect(check(payload)).toBe(
      `The payment asks for money in currency ${currency}, the order is THB 1290.50.`
    )
  })

  it.each([
    ["whose checksum is wrong", `${FITS.slice(0, -4)}C0DE`],
    ["that was changed", FITS.replace("1290.50", "1290.51")],
    ["that is cut short", FITS.slice(0, -1)],
    ["that is no EMV text", "https://pay.example.com/qr/1"],
    ["whose amount is no number", qr("5303764540510,0063046544")],
  ])("tells of a QR %s", (_, payload) => {
    expect(check(payload)).toMatch(/^The QR for THB 1290\.50 cannot be read/)
  })

  it("tells of another amount or currency in the gateway's record, also without a QR", () => {
    expect(check(undefined, { amount: "1291.50" })).toBe(
      "The gateway recorded THB 1291.50, the order is THB 1290.50."
    )
    expect(check(undefined, { amount: "1290.49" })).toMatch(/THB 1290\.49/)
    expect(check(FITS, { amount: "1290.501" })).toMatch(/recorded THB 1290.501/)
    expect(check(FITS, { currency: "USD" })).toMatch(/in currency USD/)
  })
})

describe("the next action that a customer sees", () => {
  const page = "https://pay.gateway.example/1"

  it("is the gateway's when its QR fits, or when it has none", () => {
    for (const next_action of [
      { paymentAppUrl: page, qrCode: { payload: FITS } },
      { paymentAppUrl: page },
      null,
    ]) {
      expect(shownAction(aPayment({ next_action }))).toBe(next_action)
    }
  })

  it("is none when its QR does not fit", () => {
    const next_action = { paymentAppUrl: page, qrCode: { payload: FITS } }
    expect(shownAction(aPayment({ next_action, amount: "1290.51" }))).toBeNull()
    const asked = { next_action, amount: "1290.40", asked_amount: "1290.50" }
    expect(shownAction(aPayment(asked))).toEqual(next_action)
  })
})
