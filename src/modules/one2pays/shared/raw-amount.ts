/** An amount as Medusa stores it beside its numeric column, so that no digit is lost. */
export const rawAmount = (amount: string) =>
  JSON.stringify({ value: amount, precision: 20 })
