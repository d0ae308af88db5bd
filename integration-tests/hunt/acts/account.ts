import { kind } from "../act"
import { oneOf } from "../one-of"
import { expectDone } from "../refusal"
import { by, type By } from "../staff"

/** What happens to the account at the gateway: its wallet, its unit, its key. */
export const accountActs = {
  wallet: kind<{ holds: string }>(
    3,
    { holds: oneOf("0.00", "150.00", "1500.00", "100000.00") },
    ({ account }, { holds }) => {
      account.setWallet(holds)
    }
  ),
  /** From now on, a QR asks for so many times the amount, as it does in the other unit. */
  qr: kind<{ factor: number }>(
    2,
    { factor: oneOf(1, 100, 0.01) },
    ({ shop }, { factor }) => {
      shop.sandbox.payments.setQrAmount(factor === 1 ? "exact" : { factor })
    }
  ),
  forgetUnit: kind(1, {}, ({ account }) => account.forgetUnit()),
  proveUnit: kind<{ by: By }>(2, { by }, async ({ account }, { by }) =>
    expectDone(await account.proveUnit(by))
  ),
  confirmUnit: kind<{ by: By; reading: string }>(
    2,
    { by, reading: oneOf("฿10.00", "฿10.00", "฿1,000.00") },
    async ({ staff }, { by, reading }) =>
      expectDone(
        await staff.post(by, "/admin/one2pays/unit/confirmations", { reading })
      )
  ),
  loseKey: kind(1, {}, ({ account }) => account.loseKey()),
  findKey: kind(1, {}, ({ account }) => account.findKey()),
}
