const KEY = "one2pays_payer"

/** What the customer need not type again in this tab. Never the number. */
interface KeptEntries {
  account_name: string
}

export function keepEntries({ account_name }: KeptEntries): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ account_name }))
  } catch {
    // A browser that stores nothing: the customer types it again.
  }
}

export function recallEntries(): KeptEntries | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null")
    const { account_name } = (kept ?? {}) as Partial<KeptEntries>
    return typeof account_name === "string" ? { account_name } : undefined
  } catch {
    return undefined
  }
}
