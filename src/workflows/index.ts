export {
  approveWithdrawWorkflow,
  type ApproveWithdrawInput,
} from "./approve-withdraw"
export {
  cancelOne2PaysPaymentWorkflow,
  type CancelPaymentInput,
} from "./cancel-payment"
export {
  cancelWithdrawWorkflow,
  type CancelWithdrawInput,
} from "./cancel-withdraw"
export {
  checkWithdrawWorkflow,
  type CheckWithdrawInput,
} from "./check-withdraw"
export { checkWithdrawsWorkflow } from "./check-withdraws"
export { closeOrderWorkflow, type CloseOrderInput } from "./close-order"
export {
  createWithdrawWorkflow,
  type CreateWithdrawInput,
} from "./create-withdraw"
export {
  createWithdrawsWorkflow,
  type CreateWithdrawsInput,
} from "./create-withdraws"
export {
  followOrderEditWorkflow,
  type FollowOrderEditInput,
} from "./follow-order-edit"
export {
  forgetCustomerWorkflow,
  type ForgetCustomerInput,
} from "./forget-customer"
export {
  openNextPaymentWorkflow,
  type OpenNextPaymentInput,
} from "./open-next-payment"
export { payBackWorkflow, type PayBackInput } from "./pay-back"
export { reconcilePaymentsWorkflow } from "./reconcile-payments"
export {
  rejectWithdrawWorkflow,
  type RejectWithdrawInput,
} from "./reject-withdraw"
export {
  settlePaymentWorkflow,
  type SettlePaymentInput,
} from "./settle-payment"
