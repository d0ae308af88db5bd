import type { Act } from "./act"

const PAID: Act = { do: "pay", of: 0, nth: 0, more: 0, silent: false }

const askPayout = (by: string, amount: string): Act => ({
  do: "askPayout",
  by,
  meant: false,
  row: { amount, account: 0 },
})

/** Sequences that a fault was found with, by the hunt or by an audit, as short as they can be. The first order of a sequence places itself. */
export const FOUND: { title: string; acts: Act[] }[] = [
  {
    title: "a QR over more than is owed, after a credit line",
    acts: [{ do: "credit", of: 0, amount: "half" }],
  },
  {
    title: "a QR over what came back to the shop",
    acts: [
      { do: "takeBack", of: 0, receive: true },
      { do: "claim", of: 0, for: "refund" },
    ],
  },
  {
    title: "a QR of an order that another provider has paid",
    acts: [{ do: "otherProviderPays", of: 0, nth: 0 }],
  },
  {
    title: "an order that is paid twice, by two requests",
    acts: [
      { do: "requestPayment", of: 0, amount: "all" },
      { do: "followLink", of: 0, nth: 0, method: "promptpay" },
      PAID,
      { ...PAID, nth: 1 },
    ],
  },
  {
    title: "a canceled order that is called paid",
    acts: [PAID, { do: "cancelOrder", of: 0 }],
  },
  {
    title: "an order that owes the rest and is called paid",
    acts: [PAID, { do: "edit", of: 0, to: 3 }],
  },
  {
    title: "an order that owes all and is called paid",
    acts: [
      { do: "claim", of: 0, for: "refund" },
      { do: "chooseOther", of: 0 },
      { do: "exchange", of: 0, forCheaper: false, instead: 1 },
    ],
  },
  {
    title: "money of a return that nobody hears of",
    acts: [PAID, { do: "takeBack", of: 0, receive: true }],
  },
  {
    title: "two QRs of one order, of which each asks for all",
    acts: [
      { do: "requestPayment", of: 0, amount: "all" },
      { do: "followLink", of: 0, nth: 0, method: "bank_transfer" },
    ],
  },
  {
    title: "a QR over what staff asked for too much",
    acts: [
      { do: "requestPayment", of: 0, amount: "too much" },
      { do: "followLink", of: 0, nth: 0, method: "promptpay" },
    ],
  },
  {
    title: "a customer who may try again to pay nothing",
    acts: [{ do: "edit", of: 0, to: 0 }],
  },
  {
    title: "a QR over less than is owed, after an exchange",
    acts: [{ do: "exchange", of: 0, forCheaper: true, instead: 1 }],
  },
  {
    title: "a payout that its maker approves, who asked with a key",
    acts: [
      { do: "makeKey", by: "maker" },
      askPayout("key", "1000.01"),
      { do: "endKey", key: "key", forGood: true },
      { do: "approveWithdraw", by: "maker", nth: 0 },
    ],
  },
  {
    title: "a payout that leaves in an unproved unit",
    acts: [{ do: "forgetUnit" }, askPayout("maker", "100.00"), { do: "send" }],
  },
  {
    title: "a payout that its bank sends back, and nobody hears of it",
    acts: [
      askPayout("maker", "100.00"),
      { do: "minute" },
      { do: "minute" },
      { do: "webhooks", come: "lost" },
      { do: "sendBack", nth: 0, as: "failed" },
    ],
  },
  {
    title: "a refund that waits for funds, and whose sender dies",
    acts: [
      PAID,
      { do: "wallet", holds: "0.00" },
      { do: "refund", of: 0, amount: "all" },
      { do: "approveWithdraw", by: "checker", nth: 0 },
      { do: "minute" },
      { do: "wallet", holds: "1500.00" },
      { do: "clockOn", minutes: 12 },
      { do: "kill", arrived: true },
    ],
  },
  {
    title:
      "a look at the payment of a canceled order, which core then calls unpaid",
    acts: [
      { do: "pay", of: 0, nth: 0, more: 0, silent: true },
      { do: "cancelOrder", of: 0 },
      { do: "checkStatus", of: 0, nth: 0 },
    ],
  },
]
