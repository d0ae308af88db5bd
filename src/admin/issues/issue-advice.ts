/**
 * Where the text stands that says what to do about an issue, the best one first. Most say to pay back: where that button
 * would only fail, another one is true.
 *
 * @param about where the texts stand
 */
export const adviceOn = (about: string, canPayBack: boolean): string[] =>
  canPayBack ? [`${about}.todo`] : [`${about}.byHand`, `${about}.todo`]
