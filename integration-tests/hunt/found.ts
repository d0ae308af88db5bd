import type { Act } from "./act"

/** Sequences in which a hunt found a fault, as short as it could make them. */
export const FOUND: { title: string; acts: Act[] }[] = [
  {
    title: "a return of what was not paid leaves its QR payable",
    acts: [
      { do: "takeBack", of: 0, receive: true },
      { do: "claim", of: 0, for: "refund" },
    ],
  },
  {
    title: "credit",
    acts: [{ do: "credit", of: 0, amount: "half" }],
  },
  {
    title: "second",
    acts: [
      { do: "requestPayment", of: 0, amount: "all" },
      { do: "followLink", of: 0, nth: 0, method: "promptpay" },
      { do: "pay", of: 0, nth: 0, more: 0, silent: false },
      { do: "pay", of: 0, nth: 1, more: 0, silent: false },
    ],
  },
  {
    title: "other",
    acts: [{ do: "otherProviderPays", of: 0, nth: 0 }],
  },
  {
    title: "marked",
    acts: [{ do: "markAsPaid", of: 0, nth: 0 }],
  },
  {
    title: "pay, cancel",
    acts: [
      { do: "pay", of: 0, nth: 0, more: 0, silent: false },
      { do: "cancelOrder", of: 0 },
    ],
  },
  {
    title: "pay, refund",
    acts: [
      { do: "pay", of: 0, nth: 0, more: 0, silent: true },
      { do: "minute" },
      { do: "refund", of: 0, amount: "100" },
      { do: "minute" },
    ],
  },
  {
    title: "pay, take back",
    acts: [
      { do: "pay", of: 0, nth: 0, more: 0, silent: false },
      { do: "takeBack", of: 0, receive: true },
    ],
  },
  {
    title: "pay, credit",
    acts: [
      { do: "pay", of: 0, nth: 0, more: 0, silent: false },
      { do: "credit", of: 0, amount: "half" },
    ],
  },
  {
    title: "pay, edit",
    acts: [
      { do: "pay", of: 0, nth: 0, more: 0, silent: false },
      { do: "edit", of: 0, to: 3 },
    ],
  },
  {
    title: "wrong, pay back",
    acts: [
      { do: "pay", of: 0, nth: 0, more: 100, silent: false },
      { do: "payBack", of: 0, nth: 0 },
      { do: "approveWithdraw", nth: 0 },
      { do: "minute" },
      { do: "endWithdraw", nth: 0, as: "paid" },
    ],
  },
  {
    title: "deleted",
    acts: [{ do: "deleteCollection", of: 0, nth: 0 }],
  },
]
