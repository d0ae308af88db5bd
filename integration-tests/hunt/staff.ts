import type { Answer } from "../setup/buyer"
import type { openShop } from "../setup/open-shop"
import { secret } from "../setup/secrets"
import { oneOf } from "./one-of"
import { expectDone, Refusal } from "./refusal"

type OpenShop = ReturnType<typeof openShop>

/** Three people at the panel, of whom two may leave, and the two newest keys. */
export type By = "maker" | "checker" | "staff" | "key" | "older key"

export const by = oneOf<By>(
  "maker",
  "maker",
  "checker",
  "checker",
  "staff",
  "key",
  "older key"
)

interface Key {
  id: string
  token: string
}

/** Those who act on money, and the truth about them: whose key a key is, and who is still there. */
export class Staff {
  private keys: Key[] = []
  /** Of each key, the user or the key that made it. */
  private readonly makers = new Map<string, string>()
  /** Users and keys that were deleted, by their ids. */
  private readonly gone = new Set<string>()

  constructor(private readonly shop: OpenShop) {}

  /** Another sequence: everybody is there, and two have a key. */
  async begin(): Promise<void> {
    await this.comeBack()
    this.makers.clear()
    this.keys = []
    await this.makeKey("checker")
    await this.makeKey("maker")
  }

  /** Those who left work here again. */
  async comeBack(): Promise<void> {
    await this.shop.sql(
      `update "user" set deleted_at = null where id = any(string_to_array(?, ','))`,
      [[...this.gone].join()]
    )
    this.gone.clear()
  }

  /** @throws Refusal while there is no such key */
  idOf(by: By): string {
    return this.isKey(by) ? this.key(by).id : this.user(by).userId
  }

  /** The user behind a user or a key, whatever became of either. */
  behind(id: string): string {
    const maker = this.makers.get(id)
    return maker ? this.behind(maker) : id
  }

  isGone(id: string): boolean {
    return this.gone.has(id)
  }

  /** Whether somebody is there who answers for what this user or key does. */
  answers(id: string): boolean {
    const maker = this.makers.get(id)
    return !this.gone.has(id) && (maker === undefined || this.answers(maker))
  }

  post(by: By, path: string, body: object = {}): Promise<Answer> {
    if (!this.isKey(by)) return this.user(by).post(path, body)
    const { token } = this.key(by)
    return this.shop.api.post(path, body, {
      auth: { username: secret("key", token), password: "" },
      validateStatus: () => true,
    })
  }

  async makeKey(by: By): Promise<void> {
    const maker = this.idOf(by)
    const answer = await this.post(by, "/admin/api-keys", {
      title: "ERP",
      type: "secret",
    })
    const key = expectDone(answer).data.api_key as Key
    this.makers.set(key.id, maker)
    this.keys.unshift(key)
  }

  /** Medusa deletes only keys that are revoked. */
  async endKey(by: By, { forGood }: { forGood: boolean }): Promise<void> {
    const id = this.idOf(by)
    const { admin } = this.shop
    expectDone(await admin.post(`/admin/api-keys/${id}/revoke`))
    if (!forGood) return
    expectDone(await admin.delete(`/admin/api-keys/${id}`))
    this.gone.add(id)
  }

  /** A colleague leaves, and the token of their browser stays good. */
  async leave(who: "maker" | "checker"): Promise<void> {
    const id = this.idOf(who)
    expectDone(await this.shop.admin.delete(`/admin/users/${id}`))
    this.gone.add(id)
  }

  private isKey(by: By): by is "key" | "older key" {
    return by === "key" || by === "older key"
  }

  private key(by: "key" | "older key"): Key {
    const key = this.keys[by === "key" ? 0 : 1]
    if (!key) throw new Refusal("there is no such key")
    return key
  }

  private user(by: "maker" | "checker" | "staff") {
    const { admin, desk } = this.shop
    return by === "staff" ? admin : desk[by]
  }
}
