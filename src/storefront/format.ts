const BAHT = /* @__PURE__ */ new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "THB",
  currencyDisplay: "narrowSymbol",
})

/** Baht as people in Thailand read them in both languages: `1290.5` is `฿1,290.50`. */
export function formatThb(amount: number): string {
  return BAHT.format(amount)
}

/**
 * The time left as `4:05` or `1:00:00`. It is rounded up, so only a time that is over, or no time at all, reads `0:00`.
 */
export function formatCountdown(ms: number): string {
  const total = Number.isFinite(ms) ? Math.max(0, Math.ceil(ms / 1000)) : 0
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const seconds = twoDigits(total % 60)
  return hours
    ? `${hours}:${twoDigits(minutes)}:${seconds}`
    : `${minutes}:${seconds}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0")
}
