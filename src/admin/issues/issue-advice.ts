/**
 * The keys of the text that says what to do about an issue, the best one first. Most texts say to pay back. Where
 * paying back would fail, another text is true.
 *
 * @param about the key of the texts
 */
export const adviceOn = (about: string, canPayBack: boolean): string[] =>
  canPayBack ? [`${about}.todo`] : [`${about}.byHand`, `${about}.todo`]
