import { payBack } from "../../../withdraws/pay-back"

/**
 * `POST /admin/one2pays/payments/:id/pay-back`: pays unmatched money back to the account it came from. Its issue is
 * resolved when the money has arrived. 201 with the withdraw, which waits for approval as any other; 409 when there is no
 * such money; 503 when the gateway cannot say how much came.
 */
export const POST = payBack((payment_id) => ({ payment_id }))
