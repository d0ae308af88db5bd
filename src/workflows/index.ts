export {
  settlePaymentWorkflow,
  type SettlePaymentInput,
} from "./settle-payment"
