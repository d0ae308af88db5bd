/** Masks as the vendor's sample does: "1234****7890". The sandbox keeps no more of an account number. */
export function maskAccountNumber(number: string): string {
  return number.length > 8
    ? `${number.slice(0, 4)}****${number.slice(-4)}`
    : `****${number.slice(-2)}`
}
