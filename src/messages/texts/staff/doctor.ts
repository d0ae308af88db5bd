import type { LocalizedText } from "../public-errors"
import { LISTS } from "./doctor-texts/lists"
import { PAYMENT } from "./doctor-texts/payment"
import { REPEATS } from "./doctor-texts/repeats"
import { SETTINGS } from "./doctor-texts/settings"
import { WAY } from "./doctor-texts/way"

export { DOCTOR_TOPICS, type DoctorTopic, type Mark } from "./doctor-texts/row"

/** What the doctor can find out. Transcripts and the database keep the keys. */
export const DOCTOR_TEXTS = {
  ...SETTINGS,
  ...WAY,
  ...LISTS,
  ...PAYMENT,
  ...REPEATS,
}

export type DoctorKey = keyof typeof DOCTOR_TEXTS

/** The three lines under the table. */
export const DOCTOR_SUMMARY = {
  ready: {
    en: "A shop could go live on what was seen.",
    th: "จากที่ตรวจ ร้านเปิดใช้งานจริงได้",
  },
  not_ready: {
    en: "Not yet: {count} lines with ✗.",
    th: "ยังไม่พร้อม มี {count} ข้อที่เป็น ✗",
  },
  not_seen: {
    en: "Not yet: {topics} could not be seen.",
    th: "ยังไม่พร้อม ยังไม่ได้ตรวจ {topics}",
  },
  config: {
    en: "Write into the config: {lines}",
    th: "เขียนในการตั้งค่า: {lines}",
  },
  config_nothing: {
    en: "Nothing to change in the config.",
    th: "ไม่ต้องแก้การตั้งค่า",
  },
  transcript: {
    en: "Transcript without secrets: {file}",
    th: "ไฟล์บันทึกที่ไม่มีข้อมูลลับ: {file}",
  },
  write: { en: "write {config}", th: "เขียน {config}" },
  interrupting: {
    en: "Stopping. What was created is canceled first.",
    th: "กำลังหยุด และยกเลิกรายการที่สร้างไว้ก่อน",
  },
  listening: {
    en: "Waiting for webhooks at port {port}, {seconds} seconds at most. Each first delivery is refused, to see whether it comes again.",
    th: "กำลังรอเว็บฮุกที่พอร์ต {port} ไม่เกิน {seconds} วินาที ครั้งแรกของแต่ละรายการจะถูกปฏิเสธ เพื่อดูว่าส่งซ้ำหรือไม่",
  },
} as const satisfies Record<string, LocalizedText>
