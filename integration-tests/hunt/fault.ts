/** Something that must never be so. */
export interface Fault {
  /** Of one kind are faults of the same invariant; a hunt that shrinks keeps to one kind. */
  kind: string
  text: string
}

export const sum = (amounts: number[]) =>
  amounts.reduce((total, amount) => total + amount, 0)

export const thb = (satang: number) => `THB ${(satang / 100).toFixed(2)}`

export const isOpenIssue = ({
  issue,
  resolved,
}: {
  issue: string | null
  resolved: boolean
}) => issue !== null && !resolved
