/** Adds amounts of THB in whole satang: 0.1 and 0.2 are 0.3. */
export const sumBaht = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100
