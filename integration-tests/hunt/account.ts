import { loseKey } from "../setup/lost-key"
import type { openShop } from "../setup/open-shop"
import { BENEFICIARY } from "../setup/payout-desk"
import { proveUnit } from "../setup/proved-unit"
import type { Answer } from "../setup/buyer"
import type { By, Staff } from "./staff"

type OpenShop = ReturnType<typeof openShop>

/** The sum of the sandbox's wallet at the start, in THB. */
export const OPENING_BALANCE = "100000.00"

/** The shop's account at the gateway: its wallet, its unit, and the key that seals the numbers of bank accounts. */
export class Account {
  /** The satang that came into the wallet, or left it, by nothing that the shop did. */
  movedByHand = 0
  private findKeyAgain: (() => Promise<void>) | undefined

  constructor(
    private readonly shop: OpenShop,
    private readonly staff: Staff
  ) {}

  /** Another sequence: the wallet is full, the key is there, and the unit is proved. The gateway was reset. */
  async begin(): Promise<void> {
    this.movedByHand = 0
    this.findKeyAgain = undefined
    await this.forgetUnit()
    await proveUnit(this.shop.getContainer())
  }

  /** The account is paid out to the merchant, or the merchant pays in. */
  setWallet(thb: string): void {
    const { sandbox } = this.shop
    this.movedByHand += satang(thb) - satang(sandbox.status().walletThb)
    sandbox.setWallet({ wallet: thb })
  }

  /** As with another `amountUnit`: nothing is known of it. */
  async forgetUnit(): Promise<void> {
    await this.shop.sql(
      "update one2pays_gateway_state set unit_state = null, unit_proposal = null"
    )
  }

  async isUnitProved(): Promise<boolean> {
    const rows = await this.shop.sql<{ unit_state: string | null }>(
      "select unit_state from one2pays_gateway_state"
    )
    return rows.some(({ unit_state }) => unit_state === "proved")
  }

  /** The button in the settings. */
  proveUnit(by: By): Promise<Answer> {
    return this.staff.post(by, "/admin/one2pays/unit/proofs", {
      account_name: "Unit proof",
      account_number: BENEFICIARY,
      bank_code: "004",
    })
  }

  /** The shop starts without the key that it sealed with. */
  async loseKey(): Promise<void> {
    this.findKeyAgain ??= await loseKey(this.shop.getContainer())
  }

  async findKey(): Promise<void> {
    await this.findKeyAgain?.()
    this.findKeyAgain = undefined
  }

  /** How often somebody has asked the gateway to send money since then. It shows a request with its answer, which may come late. */
  requestsSince(time: number): number {
    return this.shop.sandbox
      .calls()
      .filter(
        ({ endpoint, at }) => endpoint === "withdraws.create" && at >= time
      ).length
  }
}

const satang = (thb: string) => Math.round(Number(thb) * 100)
