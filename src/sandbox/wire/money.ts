/** The merchant's unit. Only the edges know it: inside the sandbox, money is a whole number of satang. */
export type AmountUnit = "satang" | "baht"

const DECIMAL = /^(\d{1,12})\.(\d{2})$/

/**
 * Reads an amount string of the API ("1000.00") into satang.
 * @returns null for a text that is no number with two decimals, or that names a part of a satang.
 */
export function parseAmount(text: string, unit: AmountUnit): number | null {
  const match = DECIMAL.exec(text)
  if (!match) {
    return null
  }
  const whole = Number(match[1])
  const fraction = Number(match[2])
  if (unit === "baht") {
    return whole * 100 + fraction
  }
  return fraction === 0 ? whole : null
}

/** Writes satang as an amount string of the API: 1000 is "1000.00" in satang and "10.00" in baht. */
export function formatAmount(satang: number, unit: AmountUnit): string {
  return unit === "baht" ? formatThb(satang) : `${satang}.00`
}

/** Writes satang as THB with two decimals. */
export function formatThb(satang: number): string {
  const sign = satang < 0 ? "-" : ""
  const digits = String(Math.abs(satang)).padStart(3, "0")
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * Reads THB as a person types it ("10", "10.5", "10.50") into satang.
 * @throws Error for a text that is no amount of THB.
 */
export function parseThb(text: string): number {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) {
    throw new Error(`"${text}" is not an amount in THB such as 10.00`)
  }
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"))
}

/** A balance as the JSON number of GET /balance. */
export function balanceNumber(satang: number, unit: AmountUnit): number {
  return unit === "baht" ? satang / 100 : satang
}
