import { payBack } from "../../pay-back"

/**
 * `POST /admin/one2pays/withdraws/:id/pay-back`: sends the money of a failed refund or pay-back once more, to the same
 * account. Its issue is resolved when the money has arrived. 201 with the new withdraw; 409 when nothing failed.
 */
export const POST = payBack((withdraw_id) => ({ withdraw_id }))
