import type {
  StoreMaintenance,
  StoreNextAction,
  StorePayment,
  StorePaymentAnswer,
} from "../../api/store/one2pays/orders/[id]/render-payment"
import type { StoreSavedPayer } from "../../api/store/one2pays/payers/list-saved-payers"
import type {
  Maintenance,
  NextAction,
  One2PaysPayment,
  PaymentAnswer,
} from "../payment"
import type { SavedPayer } from "../saved-payers"

/** True when each type can stand for the other and neither has a key of its own. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false

/** Spells out one level of names, so that two interfaces compare by their fields. */
type Spelt<T> = { [K in keyof T]: T[K] }

/**
 * The published types stand on their own, since a shop's front end has no server types. This file does not compile when
 * they differ from the server's answers.
 */
export const same: [
  Same<Spelt<NextAction>, Spelt<StoreNextAction>>,
  Same<Spelt<Maintenance>, Spelt<StoreMaintenance>>,
  Same<
    Spelt<Omit<One2PaysPayment, "next_action">>,
    Spelt<Omit<StorePayment, "next_action">>
  >,
  Same<keyof PaymentAnswer, keyof StorePaymentAnswer>,
  StorePaymentAnswer extends PaymentAnswer ? true : false,
  PaymentAnswer extends StorePaymentAnswer ? true : false,
  Same<Spelt<SavedPayer>, Spelt<StoreSavedPayer>>,
] = [true, true, true, true, true, true, true]
