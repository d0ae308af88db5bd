/**
 * The keys of the text that says what to do about an issue, the best one first. Most texts say to pay back. Where
 * paying back would fail, another text is true.
 *
 * @param about the key of the texts
 * @param unsent how a payout stands that has not left yet
 */
export const adviceOn = (
  about: string,
  canPayBack: boolean,
  unsent?: { waitsFor: string | null }
): string[] => {
  if (unsent) {
    return unsent.waitsFor
      ? [`payouts.detail.waits.${unsent.waitsFor}`]
      : [`${about}.unsent`, `${about}.todo`]
  }
  return canPayBack ? [`${about}.todo`] : [`${about}.byHand`, `${about}.todo`]
}
