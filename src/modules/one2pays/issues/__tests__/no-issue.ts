/** The columns of a payment or withdraw that has no issue. */
export const NO_ISSUE = {
  issue: null,
  issue_detail: null,
  issue_message: null,
  issue_raised_at: null,
  issue_announced_at: null,
  resolved_at: null,
  resolved_by: null,
  resolution: null,
  resolution_message: null,
  pay_back_id: null,
  paying_back_since: null,
}
