export {
  approveWithdrawWorkflow,
  type ApproveWithdrawInput,
} from "./withdraws/approve-withdraw"
export {
  approveWithdrawsWorkflow,
  type ApproveWithdrawsInput,
} from "./withdraws/approve-withdraws"
export {
  cancelOne2PaysPaymentWorkflow,
  type CancelPaymentInput,
} from "./payments/cancel-payment"
export {
  cancelWithdrawWorkflow,
  type CancelWithdrawInput,
} from "./withdraws/cancel-withdraw"
export {
  checkWithdrawWorkflow,
  type CheckWithdrawInput,
} from "./withdraws/check-withdraw"
export { checkWithdrawsWorkflow } from "./withdraws/check-withdraws"
export { closeOrderWorkflow, type CloseOrderInput } from "./orders/close-order"
export { confirmUnitWorkflow, type ConfirmUnitInput } from "./unit/confirm-unit"
export {
  createWithdrawWorkflow,
  type CreateWithdrawInput,
} from "./withdraws/create-withdraw"
export {
  createWithdrawsWorkflow,
  type CreateWithdrawsInput,
} from "./withdraws/create-withdraws"
export {
  followOrderWorkflow,
  type FollowOrderInput,
} from "./orders/follow-order"
export {
  eraseAccountNumbersWorkflow,
  type AccountNumberErasure,
  type EraseAccountNumbersInput,
  type KeptAccountNumber,
} from "./customers/erase-account-numbers"
export {
  forgetCustomerWorkflow,
  type ForgetCustomerInput,
} from "./customers/forget-customer"
export {
  openNextPaymentWorkflow,
  type OpenNextPaymentInput,
} from "./payments/open-next-payment"
export { payBackWorkflow, type PayBackInput } from "./withdraws/pay-back"
export { proveUnitWorkflow, type ProveUnitInput } from "./unit/prove-unit"
export { reconcilePaymentsWorkflow } from "./reconciliation/reconcile-payments"
export {
  rejectWithdrawWorkflow,
  type RejectWithdrawInput,
} from "./withdraws/reject-withdraw"
export {
  rejectWithdrawsWorkflow,
  type RejectWithdrawsInput,
} from "./withdraws/reject-withdraws"
export { sendWithdrawsWorkflow } from "./withdraws/send-withdraws"
export {
  settlePaymentWorkflow,
  type SettlePaymentInput,
} from "./payments/settle-payment"
export { tellStaffWorkflow } from "./notices/tell-staff"
