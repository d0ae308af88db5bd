import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from "node:crypto"
import { renderMessage, staffMessage } from "../../../messages"
import { decodeKey, type ResolvedOptions } from "../config/options"

const VERSION = "s1"
const NAME_INFO = "medusa-plugin-one2pays names of accounts v1"
const HKDF_INFO = "medusa-plugin-one2pays bank accounts v1"

/** What stands in place of a sealed account number that is no longer kept. */
export const ERASED = ""

/** The error for a sealed account number that does not open. */
export class SealError extends Error {
  /**
   * @param isKeyGone whether it opens as soon as the merchant adds the former key. Else nothing opens it: the text was
   * changed, or belongs to another row.
   */
  constructor(readonly isKeyGone: boolean) {
    super(`[one2pays] ${renderMessage(staffMessage("account_sealed"), "en")}`)
    this.name = "SealError"
  }
}

/**
 * Seals bank account numbers at rest with AES-256-GCM. The first key seals and every key opens, so that a merchant can
 * replace a key while old rows still carry the former one. The seal authenticates the context (such as the row's id)
 * with the text: a sealed number copied into another row does not open there.
 */
export class Seal {
  private readonly keys: Map<string, Buffer>
  private readonly current: [id: string, key: Buffer]

  constructor(keys: Buffer[]) {
    const [first] = keys
    if (!first) {
      throw new Error("[one2pays] a seal needs a key")
    }
    this.keys = new Map(keys.map((key) => [keyId(key), key]))
    this.current = [keyId(first), first]
  }

  static fromOptions(
    options: Pick<ResolvedOptions, "encryptionKey" | "secretKey">
  ): Seal {
    const given = (options.encryptionKey ?? []).flatMap(
      (text) => decodeKey(text) ?? []
    )
    const derived = Buffer.from(
      hkdfSync("sha256", options.secretKey, "", HKDF_INFO, 32)
    )
    // The derived key still opens rows that are older than the merchant's own key.
    return new Seal([...given, derived])
  }

  /** The short public names of the keys. A sealed text holds that of its own as its second part. */
  get keyIds(): string[] {
    return [...this.keys.keys()]
  }

  seal(text: string, context: string): string {
    const [id, key] = this.current
    const iv = randomBytes(12)
    const cipher = createCipheriv("aes-256-gcm", key, iv)
    cipher.setAAD(Buffer.from(context))
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
    return [VERSION, id, iv, cipher.getAuthTag(), sealed]
      .map((part) =>
        typeof part === "string" ? part : part.toString("base64url")
      )
      .join(".")
  }

  /**
   * The names of a text under each key, the present key's first: the same for the same text, and without the key nobody
   * finds the text behind it.
   */
  names(text: string): string[] {
    return [...this.keys.values()].map((key) => nameUnder(key, text))
  }

  /** @throws SealError when the key is unknown, the context differs, or the text was changed */
  open(sealed: string, context: string): string {
    const [version, id = "", iv = "", tag = "", body = ""] = sealed.split(".")
    const key = this.keys.get(id)
    if (version !== VERSION || !key) {
      throw new SealError(true)
    }
    const decipher = createDecipheriv(
      "aes-256-gcm",
      key,
      Buffer.from(iv, "base64url"),
      { authTagLength: 16 }
    )
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(Buffer.from(tag, "base64url"))
    try {
      return Buffer.concat([
        decipher.update(Buffer.from(body, "base64url")),
        decipher.final(),
      ]).toString("utf8")
    } catch {
      throw new SealError(false)
    }
  }
}

function nameUnder(key: Buffer, text: string): string {
  const secret = Buffer.from(hkdfSync("sha256", key, "", NAME_INFO, 32))
  return createHmac("sha256", secret).update(text).digest("base64url")
}

/** The short public name of a key. It says nothing of the key itself. */
function keyId(key: Buffer): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 8)
}
