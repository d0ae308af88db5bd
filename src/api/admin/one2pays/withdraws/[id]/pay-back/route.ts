import { payBack } from "../../pay-back"

/**
 * `POST /admin/one2pays/withdraws/:id/pay-back`: a refund, or money that was to go back, and was not
 * paid out is sent once more, to the same account; closes the issue. 201 with the new payout; 409
 * when nothing failed.
 */
export const POST = payBack((withdraw_id) => ({ withdraw_id }))
