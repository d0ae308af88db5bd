import type { Act } from "./act"

const PAID: Act = { do: "pay", of: 0, nth: 0, more: 0, silent: false }

/** Sequences that a fault was found with, as short as they can be. The first order of a sequence places itself. */
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
]
