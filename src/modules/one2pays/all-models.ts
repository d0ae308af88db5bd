import { GatewayState } from "./models/gateway-state"
import { KeyMaker } from "./models/key-maker"
import { Movement } from "./models/movement"
import { Notice } from "./models/notice"
import { OrderTurn } from "./models/order-turn"
import { Payment } from "./models/payment"
import { SavedPayer } from "./models/saved-payer"
import { WalletSnapshot } from "./models/wallet-snapshot"
import { WebhookEvent } from "./models/webhook-event"
import { Withdraw } from "./models/withdraw"
import { WithdrawEvent } from "./models/withdraw-event"
import { WithdrawNews } from "./models/withdraw-news"

/** Each is named as its model: Query calls the generated reads by that name. */
export const MODELS = {
  One2paysGatewayState: GatewayState,
  One2paysKeyMaker: KeyMaker,
  One2paysMovement: Movement,
  One2paysNotice: Notice,
  One2paysOrderTurn: OrderTurn,
  One2paysPayment: Payment,
  One2paysSavedPayer: SavedPayer,
  One2paysWalletSnapshot: WalletSnapshot,
  One2paysWebhookEvent: WebhookEvent,
  One2paysWithdraw: Withdraw,
  One2paysWithdrawEvent: WithdrawEvent,
  One2paysWithdrawNews: WithdrawNews,
}
