/** Whether an issue needs a person: it is not closed, and no payout is on its way that pays its money back. */
export const isOpen = ({
  resolved_at,
  paying_back_since,
}: {
  resolved_at: string | null
  paying_back_since: string | null
}): boolean => !resolved_at && !paying_back_since
