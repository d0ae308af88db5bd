import type { LocalizedText } from "./public-errors"

/** The states of a payout within a sentence. */
export const PAYOUT_STATES = {
  requires_approval: { en: "waiting for approval", th: "รออนุมัติ" },
  approved: { en: "approved", th: "อนุมัติแล้ว" },
  sending: { en: "being sent", th: "กำลังส่ง" },
  unknown: { en: "sent without an answer", th: "ไม่ได้รับคำตอบ" },
  pending: { en: "pending at One2Pays", th: "อยู่ที่ One2Pays" },
  processing: { en: "being processed at One2Pays", th: "กำลังดำเนินการ" },
  paid: { en: "paid", th: "จ่ายแล้ว" },
  failed: { en: "failed", th: "ไม่สำเร็จ" },
  canceled: { en: "canceled", th: "ยกเลิกแล้ว" },
  rejected: { en: "rejected", th: "ไม่อนุมัติ" },
} as const satisfies Record<string, LocalizedText>

export type PayoutState = keyof typeof PAYOUT_STATES

export const isPayoutState = (state: string): state is PayoutState =>
  Object.hasOwn(PAYOUT_STATES, state)
