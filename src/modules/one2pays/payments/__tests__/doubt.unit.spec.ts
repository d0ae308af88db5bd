import { findDoubt } from "../judge/doubt"
import { aPayment } from "./payment"

const payload = (tags: string) =>
  `00020101021229370016A000000677010111011300668123456785802TH${tags}`
const qr = (tags: string) => ({ qrCode: { payload: payload(tags) } })

const context = (state: string) =>
  ({
    unit: { read: () => Promise.resolve({ state }) },
    options: { amountUnit: "satang" },
  }) as unknown as Parameters<typeof findDoubt>[0]

it.each([
  ["no QR", {}, "amount_mismatch"],
  ["a QR over it", { next_action: qr("530376454071290.506304F447") }, null],
  [
    "a QR over it and the satang that the gateway added",
    {
      next_action: qr("530376454071290.5763049393"),
      asked_amount: "1290.57",
    },
    null,
  ],
])(
  "with %s, money in a contradicted unit is %s",
  async (_, differences, code) => {
    const payment = aPayment({ state: "succeeded", ...differences })
    const doubt = await findDoubt(context("contradicted"), payment)
    expect(doubt?.code ?? null).toBe(code)
    expect(await findDoubt(context("proved"), payment)).toBeNull()
  }
)
