import { FilterAddress } from "../../ui/list/filter-address"

export const paymentFilters = new FilterAddress(["status", "payment_method"], {
  created_at: {
    address: ["from", "to"],
    query: ["created_from", "created_to"],
  },
  settled_at: {
    address: ["paid_from", "paid_to"],
    query: ["paid_from", "paid_to"],
  },
})
