import type { MedusaContainer } from "@medusajs/framework/types"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { Answer, Api } from "./buyer"

export const STAFF = "staff@example.com"
export const MAKER = "maker@example.com"
export const CHECKER = "checker@example.com"

/** A payment as the admin's API shows it. */
export interface AdminPayment {
  id: string
  order_id: string | null
  reference_id: string
  state: string
  amount: number
  payment_url: string | null
  warnings: string[]
  first_payer: { account_name: string; bank_code: string; last4: string } | null
  can_pay_back: boolean
  issue: {
    code: string
    detail: string
    owed: number | null
    resolved_at: string | null
    resolved_by: string | null
    resolution: string | null
    pay_back_id: string | null
    paying_back_since: string | null
  } | null
  cancel_requested_at: string | null
}

/** Those whom all specs of a group find in their database, by e-mail. */
const shared = new Map<string, Admin>()

/** Somebody who is logged in to the admin panel: its HTTP calls, and nothing else. Never throws on a status. */
export class Admin {
  private constructor(
    private readonly api: Api,
    readonly userId: string,
    readonly token: string,
    private readonly language?: "en" | "th"
  ) {}

  /** The same person, at a dashboard in this language. */
  speaking(language: "en" | "th"): Admin {
    return new Admin(this.api, this.userId, this.token, language)
  }

  /** Makes users of a group of specs, before the first of them: two passwords are hashed for each. */
  static async share(
    api: Api,
    container: MedusaContainer,
    emails: string[]
  ): Promise<void> {
    for (const email of emails) {
      shared.set(email, await Admin.create(api, container, email))
    }
  }

  /**
   * Makes a user and logs in as the admin panel does. Takes that of the group, where there is one.
   *
   * @param prepare what is done to the user before, such as giving it a role
   */
  static async create(
    api: Api,
    container: MedusaContainer,
    email = STAFF,
    prepare: (userId: string) => Promise<unknown> = () => Promise.resolve()
  ): Promise<Admin> {
    const known = shared.get(email)
    if (known) {
      return known
    }
    const password = "correct horse battery staple"
    const registered = await api.post("/auth/user/emailpass/register", {
      email,
      password,
    })
    const { auth_identity_id } = JSON.parse(
      Buffer.from(
        String(registered.data.token).split(".")[1]!,
        "base64url"
      ).toString()
    ) as { auth_identity_id: string }
    const { result: user } = await createUserAccountWorkflow(container).run({
      input: { authIdentityId: auth_identity_id, userData: { email } },
    })
    await prepare(user.id)
    const login = await api.post("/auth/user/emailpass", { email, password })
    return new Admin(api, user.id, String(login.data.token))
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.api.get(path, this.config(headers))
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.api.post(path, body, this.config())
  }

  delete(path: string): Promise<Answer> {
    return this.api.delete(path, this.config())
  }

  /** The payment of a reference, which is the order's id but for further payments. */
  async paymentOf(reference: string): Promise<AdminPayment> {
    const { data } = await this.get(`/admin/one2pays/payments?q=${reference}`)
    return (data.payments as AdminPayment[]).find(
      ({ reference_id }) => reference_id === reference
    )!
  }

  private config(headers: Record<string, string> = {}) {
    return {
      validateStatus: () => true,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(this.language && { "x-medusa-locale": this.language }),
        ...headers,
      },
    }
  }
}
