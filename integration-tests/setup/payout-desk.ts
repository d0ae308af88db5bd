import type { MedusaContainer } from "@medusajs/framework/types"
import { sendWithdrawsWorkflow } from "medusa-plugin-one2pays/workflows"
import { Admin, CHECKER, MAKER } from "./admin"
import type { Answer, Api } from "./buyer"
import { sql } from "./database"
import { secret } from "./secrets"
import { until } from "./until"

export const BENEFICIARY = secret("account number", "9876543210")
export const BENEFICIARY_NAME = secret("name", "สมศรี ขยัน")

/**
 * Up to THB 1000 one person may pay out, above it a colleague has to approve. The same payout may be asked for again and
 * again.
 */
export const PAYOUT_LIMITS = {
  ONE2PAYS_WITHDRAWS: JSON.stringify({
    approvalAbove: 1000,
    maxAmount: "50000.00",
    dailyLimit: 90_000,
    duplicateDays: 0,
  }),
}

/** A withdraw as the admin's API shows it. */
export interface Shown {
  id: string
  kind: string
  state: string
  waits_for: "unit" | "funds" | "key" | null
  amount: number
  account_name: string
  account_last4: string
  description: string | null
  reference_id: string
  batch_id: string | null
  requested_by: string
  decided_by: string | null
  order_id: string | null
  refund_id: string | null
  gateway_withdraw_id: string | null
  /** Only on its own page. */
  waits_behind?: { count: number; amount: number } | null
  failure: string | null
  ended_at: string | null
  returned_at: string | null
  warnings: string[]
  duplicate: { reason: string; of: string[] } | null
  first_payer: { account_name: string; bank_code: string; last4: string } | null
  can_pay_back: boolean
  issue: {
    code: string
    detail: string
    resolved_by: string | null
    pay_back_id: string | null
    paying_back_since: string | null
  } | null
  created_at: string
  events: {
    at: string
    actor: string
    from: string | null
    to: string
    reason: string
  }[]
}

/** Two people who pay out money, and what time does meanwhile. */
export class PayoutDesk {
  private constructor(
    readonly maker: Admin,
    readonly checker: Admin,
    private readonly container: MedusaContainer
  ) {}

  static async open(api: Api, container: MedusaContainer): Promise<PayoutDesk> {
    const maker = await Admin.create(api, container, MAKER)
    const checker = await Admin.create(api, container, CHECKER)
    return new PayoutDesk(maker, checker, container)
  }

  readonly payout = (differences: object = {}) => ({
    amount: "1290.50",
    bank_code: "004",
    account_name: BENEFICIARY_NAME,
    account_number: BENEFICIARY,
    ...differences,
  })

  ask(differences: object = {}): Promise<Answer> {
    return this.maker.post(
      "/admin/one2pays/withdraws",
      this.payout(differences)
    )
  }

  /** A payout that was asked for, and answered 201. */
  async create(differences: object = {}): Promise<Shown> {
    const answer = await this.ask(differences)
    if (answer.status !== 201) {
      throw new Error(`${answer.status} ${JSON.stringify(answer.data)}`)
    }
    return answer.data.withdraw as Shown
  }

  approve(id: string, admin: Admin = this.checker): Promise<Answer> {
    return admin.post(`/admin/one2pays/withdraws/${id}/approve`)
  }

  async approved(differences: object = {}): Promise<Shown> {
    const { id, state } = await this.create(differences)
    if (state === "requires_approval") {
      await this.approve(id)
    }
    return this.read(id)
  }

  /** A payout of at most THB 1000 that the gateway has. @returns its id */
  async pending(amount: number = 100): Promise<string> {
    const { id } = await this.create({ amount })
    await this.send()
    await this.untilState(id, "pending")
    return id
  }

  act(id: string, action: string, body: object = {}): Promise<Answer> {
    return this.checker.post(`/admin/one2pays/withdraws/${id}/${action}`, body)
  }

  async read(id: string): Promise<Shown> {
    const { data } = await this.checker.get(`/admin/one2pays/withdraws/${id}`)
    return data.withdraw as Shown
  }

  async list(query = ""): Promise<{ withdraws: Shown[]; count: number }> {
    const answer = await this.checker.get(`/admin/one2pays/withdraws?${query}`)
    if (answer.status !== 200) {
      throw new Error(`${answer.status} ${JSON.stringify(answer.data)}`)
    }
    return answer.data as unknown as { withdraws: Shown[]; count: number }
  }

  untilState(id: string, ...states: string[]): Promise<Shown> {
    return until(
      () => this.read(id),
      ({ state }) => states.includes(state)
    )
  }

  /** Sends payouts now, as the job does. */
  async send(): Promise<void> {
    await sendWithdrawsWorkflow(this.container).run()
  }

  /** Pauses and leases are over; refunds are old enough to leave. */
  async letTimePass(): Promise<void> {
    await sql(
      this.container,
      `update one2pays_withdraw set busy_until = null, created_at = created_at - interval '20 seconds'
       where state not in ('paid', 'failed', 'canceled', 'rejected')`
    )
  }

  /** The next one who asks for the balance gets a new one. */
  async forgetBalance(): Promise<void> {
    await sql(
      this.container,
      "update one2pays_gateway_state set checked_at = null, balance_as_of = null, balance = null"
    )
  }
}
