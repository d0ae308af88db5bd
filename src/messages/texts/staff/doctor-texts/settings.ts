import type { Row } from "./row"

/** What the doctor can find out of the settings, before any call. */
export const SETTINGS = {
  setting_missing: {
    topic: "settings",
    mark: "bad",
    en: "{name} is missing. One2Pays gave you this value.",
    th: "ยังไม่ได้ตั้งค่า {name} ซึ่งเป็นค่าที่ได้รับจาก One2Pays",
  },
  address_malformed: {
    topic: "settings",
    mark: "bad",
    en: "baseUrl is no address of an API: https://… is expected (http for this machine only), without a user, a query or a fragment.",
    th: "baseUrl ไม่ใช่ที่อยู่ของ API ต้องเป็น https://… (http ได้เฉพาะเครื่องนี้) และไม่มีชื่อผู้ใช้ query หรือ fragment",
  },
  key_malformed: {
    topic: "settings",
    mark: "bad",
    en: "{name} cannot be right: it begins with {prefix}_test_ or {prefix}_live_ and has no spaces.",
    th: "{name} ไม่ถูกต้อง ต้องขึ้นต้นด้วย {prefix}_test_ หรือ {prefix}_live_ และไม่มีช่องว่าง",
  },
  keys_swapped: {
    topic: "settings",
    mark: "bad",
    en: "The API key and the secret key have changed places. The API key begins with pk_, the secret key with sk_.",
    th: "API key กับ secret key สลับกัน API key ขึ้นต้นด้วย pk_ และ secret key ขึ้นต้นด้วย sk_",
  },
  keys_mixed: {
    topic: "settings",
    mark: "bad",
    en: "One key is for tests and the other one is live. Take both from the same integration.",
    th: "คีย์หนึ่งเป็นคีย์ทดสอบ อีกคีย์หนึ่งเป็นคีย์จริง ต้องใช้คู่ที่มาจาก integration เดียวกัน",
  },
  unit_unknown: {
    topic: "settings",
    mark: "bad",
    en: "{name} is neither baht nor satang.",
    th: "{name} ต้องเป็น baht หรือ satang",
  },
  webhook_secret_missing: {
    topic: "settings",
    mark: "bad",
    en: "webhookSecret is missing. Without it the plugin takes no webhook. The dashboard shows it beside the endpoint.",
    th: "ยังไม่ได้ตั้งค่า webhookSecret ปลั๊กอินจะไม่รับเว็บฮุก ดูค่านี้ได้ที่ปลายทางในแดชบอร์ด",
  },
  webhook_secret_not_given: {
    topic: "settings",
    mark: "open",
    en: "ONE2PAYS_WEBHOOK_SECRET is not set, so that no webhook can be judged. The shop needs it as webhookSecret.",
    th: "ไม่ได้ตั้งค่า ONE2PAYS_WEBHOOK_SECRET จึงตรวจลายเซ็นเว็บฮุกไม่ได้ ร้านต้องใส่ค่านี้ใน webhookSecret",
  },
  config_unreadable: {
    topic: "settings",
    mark: "bad",
    en: "{file} cannot be read without starting Medusa ({problem}). Give the values as environment variables: ONE2PAYS_BASE_URL, ONE2PAYS_API_KEY, ONE2PAYS_SECRET_KEY.",
    th: "อ่าน {file} โดยไม่เปิด Medusa ไม่ได้ ({problem}) กรุณาตั้งค่าเป็นตัวแปรสภาพแวดล้อม ONE2PAYS_BASE_URL, ONE2PAYS_API_KEY และ ONE2PAYS_SECRET_KEY",
  },
  stopped: {
    topic: "end",
    mark: "open",
    en: "The check stopped here. Mend what is marked ✗ and run it again.",
    th: "การตรวจหยุดตรงนี้ กรุณาแก้ข้อที่มีเครื่องหมาย ✗ แล้วตรวจใหม่",
  },
  out_of_time: {
    topic: "end",
    mark: "open",
    en: "The time of {seconds} seconds was over before everything was looked at.",
    th: "หมดเวลา {seconds} วินาทีก่อนตรวจครบทุกข้อ",
  },
  interrupted: {
    topic: "end",
    mark: "open",
    en: "The check was interrupted before everything was looked at.",
    th: "การตรวจถูกยกเลิกก่อนตรวจครบทุกข้อ",
  },
  broke_down: {
    topic: "end",
    mark: "open",
    en: "The check itself failed at “{step}”. Please report this with the transcript.",
    th: "การตรวจขัดข้องที่ขั้นตอน “{step}” กรุณาแจ้งปัญหาพร้อมแนบไฟล์บันทึก",
  },
} as const satisfies Record<string, Row>
