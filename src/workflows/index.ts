export {
  cancelOne2PaysPaymentWorkflow,
  type CancelPaymentInput,
} from "./cancel-payment"
export { closeOrderWorkflow, type CloseOrderInput } from "./close-order"
export {
  followOrderEditWorkflow,
  type FollowOrderEditInput,
} from "./follow-order-edit"
export {
  openNextPaymentWorkflow,
  type OpenNextPaymentInput,
} from "./open-next-payment"
export { reconcilePaymentsWorkflow } from "./reconcile-payments"
export {
  settlePaymentWorkflow,
  type SettlePaymentInput,
} from "./settle-payment"
