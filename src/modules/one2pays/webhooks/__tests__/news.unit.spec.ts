import { parseWebhook } from "../../../../gateway"
import { newsOf } from "../news"

it.each([
  ["payment.created", null, "none"],
  ["withdrawal.pending", "paid", "none"],
  ["kyc.approved", "paid", "none"],
  ["payment.received", null, "good"],
  ["payment.completed", null, "good"],
  ["withdraw.paid", null, "good"],
  ["withdrawal.completed", "failed", "good"],
  ["payout.created", null, "none"],
  ["payout.completed", null, "good"],
  ["payout.failed", "paid", "ended"],
  ["withdraw.returned", null, "ended"],
  ["payment.expired", "succeeded", "ended"],
  ["withdraw.rejected", null, "ended"],
  ["payment.updated", "succeeded", "good"],
  ["withdrawal.updated", "paid", "good"],
  ["payment.updated", "payment_failed", "ended"],
  ["payment.updated", "processing", "unknown"],
  ["withdraw.updated", "processing", "unknown"],
  ["payment.updated", null, "unknown"],
])("%s with the status %s tells %s", (event, status, news) => {
  expect(newsOf(parseWebhook({ event, status })!)).toBe(news)
})
