/** Masks as the vendor's sample does: "1234****7890". Nothing in the sandbox keeps more than this. */
export function maskAccountNumber(number: string): string {
  return number.length > 8
    ? `${number.slice(0, 4)}****${number.slice(-4)}`
    : `****${number.slice(-2)}`
}
