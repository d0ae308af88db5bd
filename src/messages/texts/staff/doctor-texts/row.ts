import type { LocalizedText } from "../../public-errors"

/** `ok`: a shop can live with it. `bad`: it stops a shop. `open`: nobody knows yet, or a person should look. */
export type Mark = "ok" | "bad" | "open"

/** The lines of the doctor's table, in their order. */
export const DOCTOR_TOPICS = {
  settings: { en: "Settings", th: "การตั้งค่า" },
  address: { en: "Address", th: "ที่อยู่ API" },
  clock: { en: "Clock", th: "นาฬิกา" },
  keys: { en: "Keys", th: "คีย์" },
  balance: { en: "Balance", th: "ยอดเงิน" },
  payment: { en: "A payment", th: "รายการชำระเงิน" },
  instructions: { en: "Instructions", th: "วิธีชำระเงิน" },
  unit: { en: "Unit of amounts", th: "หน่วยของจำนวนเงิน" },
  repeats: { en: "Repeated requests", th: "คำขอซ้ำ" },
  cancel: { en: "Canceling", th: "การยกเลิก" },
  lists: { en: "Lists", th: "รายการทั้งหมด" },
  references: { en: "References", th: "เลขอ้างอิง" },
  withdraws: { en: "Withdraws", th: "รายการจ่ายเงินออก" },
  limits: { en: "Limits", th: "ขีดจำกัด" },
  webhooks: { en: "Webhooks", th: "เว็บฮุก" },
  end: { en: "End of the check", th: "จบการตรวจ" },
} as const satisfies Record<string, LocalizedText>

export type DoctorTopic = keyof typeof DOCTOR_TOPICS

export interface Row extends LocalizedText {
  topic: DoctorTopic
  mark: Mark
}
