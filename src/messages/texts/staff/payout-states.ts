import type { LocalizedText } from "../public-errors"

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

/** The states of a payout by themselves: on a badge, in a cell. */
export const PAYOUT_STATE_TITLES = {
  requires_approval: {
    en: "Pending approval",
    th: PAYOUT_STATES.requires_approval.th,
  },
  approved: { en: "Approved", th: PAYOUT_STATES.approved.th },
  sending: { en: "Sending", th: PAYOUT_STATES.sending.th },
  unknown: { en: "Answer lost", th: PAYOUT_STATES.unknown.th },
  pending: { en: "At One2Pays", th: PAYOUT_STATES.pending.th },
  processing: { en: "Processing", th: PAYOUT_STATES.processing.th },
  paid: { en: "Paid", th: PAYOUT_STATES.paid.th },
  failed: { en: "Failed", th: PAYOUT_STATES.failed.th },
  canceled: { en: "Canceled", th: PAYOUT_STATES.canceled.th },
  rejected: { en: "Rejected", th: PAYOUT_STATES.rejected.th },
} as const satisfies Record<keyof typeof PAYOUT_STATES, LocalizedText>

export type PayoutState = keyof typeof PAYOUT_STATES

export const isPayoutState = (state: string): state is PayoutState =>
  Object.hasOwn(PAYOUT_STATES, state)
