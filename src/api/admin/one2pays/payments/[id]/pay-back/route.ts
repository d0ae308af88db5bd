import { payBack } from "../../../withdraws/pay-back"

/**
 * `POST /admin/one2pays/payments/:id/pay-back`: pays money that no order wants back to the account it
 * came from, and closes the issue. 201 with the payout, which waits for approval as any other; 409
 * when there is no such money, 503 when the gateway cannot be asked what came.
 */
export const POST = payBack((payment_id) => ({ payment_id }))
