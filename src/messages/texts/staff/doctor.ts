import type { LocalizedText } from "../public-errors"

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

interface Row extends LocalizedText {
  topic: DoctorTopic
  mark: Mark
}

/** What the doctor can find out. Transcripts and the database keep the keys. */
export const DOCTOR_TEXTS = {
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

  address_ok: {
    topic: "address",
    mark: "ok",
    en: "One2Pays answers at {host}, in {ms} ms.",
    th: "One2Pays ตอบที่ {host} ภายใน {ms} มิลลิวินาที",
  },
  address_slow: {
    topic: "address",
    mark: "open",
    en: "One2Pays answers at {host}, but slowly: {ms} ms. A customer waits that long at the checkout.",
    th: "One2Pays ตอบที่ {host} แต่ช้า ใช้เวลา {ms} มิลลิวินาที ลูกค้าต้องรอเท่านี้ตอนชำระเงิน",
  },
  address_unknown: {
    topic: "address",
    mark: "bad",
    en: "No server is named {host}. Compare the address letter by letter with the one from One2Pays, and see whether this machine is online.",
    th: "ไม่พบเซิร์ฟเวอร์ชื่อ {host} กรุณาเทียบที่อยู่กับที่ได้รับจาก One2Pays ทุกตัวอักษร และตรวจว่าเครื่องนี้ต่ออินเทอร์เน็ตอยู่",
  },
  address_refused: {
    topic: "address",
    mark: "bad",
    en: "{host} takes no connection. The address or its port is wrong, or a firewall is in between.",
    th: "{host} ไม่รับการเชื่อมต่อ ที่อยู่หรือพอร์ตอาจผิด หรือมีไฟร์วอลล์กั้นอยู่",
  },
  address_lost: {
    topic: "address",
    mark: "bad",
    en: "{host} hung up before it answered.",
    th: "{host} ตัดการเชื่อมต่อก่อนตอบ",
  },
  address_silent: {
    topic: "address",
    mark: "bad",
    en: "{host} did not answer within {seconds} seconds. A firewall may swallow the requests, or One2Pays is overloaded.",
    th: "{host} ไม่ตอบภายใน {seconds} วินาที อาจมีไฟร์วอลล์กั้น หรือระบบ One2Pays ไม่ว่าง",
  },
  certificate_expired: {
    topic: "address",
    mark: "bad",
    en: "The certificate of {host} is not valid today. See whether the date of this machine is right; if it is, tell One2Pays.",
    th: "ใบรับรองของ {host} ใช้ไม่ได้ในวันนี้ กรุณาตรวจวันที่ของเครื่องนี้ ถ้าถูกต้องแล้วให้แจ้ง One2Pays",
  },
  certificate_name: {
    topic: "address",
    mark: "bad",
    en: "The certificate belongs to another server than {host}. The address is wrong, or somebody stands in between.",
    th: "ใบรับรองเป็นของเซิร์ฟเวอร์อื่น ไม่ใช่ {host} ที่อยู่อาจผิด หรือมีผู้อื่นคั่นกลาง",
  },
  certificate_untrusted: {
    topic: "address",
    mark: "bad",
    en: "Nobody whom this machine trusts has signed the certificate of {host} ({code}). A company proxy or a wrong server does that.",
    th: "ใบรับรองของ {host} ไม่ได้ออกโดยผู้ที่เครื่องนี้เชื่อถือ ({code}) มักเกิดจากพร็อกซีของบริษัทหรือเซิร์ฟเวอร์ผิด",
  },
  tls_failed: {
    topic: "address",
    mark: "bad",
    en: "No secure connection to {host} ({code}). This port may not speak https.",
    th: "เชื่อมต่อแบบปลอดภัยกับ {host} ไม่ได้ ({code}) พอร์ตนี้อาจไม่ใช่ https",
  },
  redirected: {
    topic: "address",
    mark: "bad",
    en: "The address sends us on to {to}. If that is the login page of a network (hotel, café), log in there first. If it is One2Pays, write its new address.",
    th: "ที่อยู่นี้ส่งต่อไปที่ {to} ถ้าเป็นหน้าล็อกอินของเครือข่าย (เช่น โรงแรม ร้านกาแฟ) ให้ล็อกอินก่อน ถ้าเป็น One2Pays ให้เขียนที่อยู่ใหม่นี้",
  },
  web_page: {
    topic: "address",
    mark: "bad",
    en: "A web page answers at {host}, not the API. It may be the website or the dashboard of One2Pays, or the login page of a network.",
    th: "ที่ {host} เป็นหน้าเว็บ ไม่ใช่ API อาจเป็นเว็บไซต์หรือแดชบอร์ดของ One2Pays หรือหน้าล็อกอินของเครือข่าย",
  },
  blocked: {
    topic: "address",
    mark: "bad",
    en: "{host} blocks this machine (HTTP 403 with a web page). A firewall before One2Pays does that: ask One2Pays to let this server's address in.",
    th: "{host} ปิดกั้นเครื่องนี้ (HTTP 403 เป็นหน้าเว็บ) มักเป็นไฟร์วอลล์หน้า One2Pays กรุณาขอให้ One2Pays อนุญาตที่อยู่ของเซิร์ฟเวอร์นี้",
  },
  path_missing: {
    topic: "address",
    mark: "bad",
    en: "{host} has nothing at {path}. The address is of another server, or has a part too many.",
    th: "{host} ไม่มี {path} ที่อยู่อาจเป็นของเซิร์ฟเวอร์อื่น หรือมีส่วนเกินมา",
  },
  other_api: {
    topic: "address",
    mark: "bad",
    en: "Something answers at {host}, but not as One2Pays does. It is another service.",
    th: "มีบริการตอบที่ {host} แต่รูปแบบไม่ใช่ของ One2Pays น่าจะเป็นบริการอื่น",
  },
  half_answer: {
    topic: "address",
    mark: "bad",
    en: "The answer of {host} broke off in the middle or cannot be read. A proxy may cut it; try again.",
    th: "คำตอบจาก {host} ขาดกลางทางหรืออ่านไม่ได้ อาจมีพร็อกซีตัดข้อมูล กรุณาลองใหม่",
  },
  gateway_down: {
    topic: "address",
    mark: "bad",
    en: "{host} fails (HTTP {status}). Wait, and ask One2Pays if it lasts.",
    th: "{host} ขัดข้อง (HTTP {status}) กรุณารอ และสอบถาม One2Pays ถ้ายังไม่หาย",
  },
  maintenance: {
    topic: "address",
    mark: "open",
    en: "One2Pays is under maintenance. Run the check again later.",
    th: "One2Pays กำลังปิดปรับปรุงระบบ กรุณาตรวจใหม่ภายหลัง",
  },
  rate_limited: {
    topic: "address",
    mark: "open",
    en: "One2Pays takes no more requests for now (HTTP 429). Run the check again in {seconds} seconds.",
    th: "One2Pays ไม่รับคำขอเพิ่มในตอนนี้ (HTTP 429) กรุณาตรวจใหม่ใน {seconds} วินาที",
  },
  proxy_used: {
    topic: "address",
    mark: "open",
    en: "Requests go through a proxy, because the environment variable {name} is set.",
    th: "คำขอผ่านพร็อกซี เพราะมีการตั้งตัวแปร {name}",
  },
  proxy_between: {
    topic: "address",
    mark: "open",
    en: "A proxy stands between this machine and One2Pays (header {name}).",
    th: "มีพร็อกซีคั่นระหว่างเครื่องนี้กับ One2Pays (header {name})",
  },

  clock_ok: {
    topic: "clock",
    mark: "ok",
    en: "This machine's clock is right, to {seconds} seconds.",
    th: "นาฬิกาของเครื่องนี้ถูกต้อง ต่างกันไม่เกิน {seconds} วินาที",
  },
  clock_near: {
    topic: "clock",
    mark: "open",
    en: "This machine's clock is off by {difference}. More than five minutes, and One2Pays refuses everything.",
    th: "นาฬิกาของเครื่องนี้ต่างไป {difference} ถ้าเกินห้านาที One2Pays จะปฏิเสธทุกคำขอ",
  },
  clock_ahead: {
    topic: "clock",
    mark: "bad",
    en: "This machine's clock is {difference} ahead. One2Pays refuses such requests: let the clock be set from the internet.",
    th: "นาฬิกาของเครื่องนี้เร็วไป {difference} One2Pays จะปฏิเสธคำขอ กรุณาให้เครื่องตั้งเวลาจากอินเทอร์เน็ต",
  },
  clock_behind: {
    topic: "clock",
    mark: "bad",
    en: "This machine's clock is {difference} behind. One2Pays refuses such requests: let the clock be set from the internet.",
    th: "นาฬิกาของเครื่องนี้ช้าไป {difference} One2Pays จะปฏิเสธคำขอ กรุณาให้เครื่องตั้งเวลาจากอินเทอร์เน็ต",
  },
  clock_unknown: {
    topic: "clock",
    mark: "open",
    en: "One2Pays does not say what time it is there, so the clock could not be compared.",
    th: "One2Pays ไม่บอกเวลา จึงเทียบนาฬิกาไม่ได้",
  },

  keys_ok: {
    topic: "keys",
    mark: "ok",
    en: "One2Pays takes the keys ({mode}).",
    th: "One2Pays รับคีย์นี้ ({mode})",
  },
  keys_refused: {
    topic: "keys",
    mark: "bad",
    en: "One2Pays refuses the keys (HTTP {status}). These are {mode} keys: is this address of the same environment? Else a character is missing, the keys were replaced in the dashboard, or this machine's clock is wrong.",
    th: "One2Pays ไม่รับคีย์ (HTTP {status}) คีย์นี้เป็นแบบ {mode} ที่อยู่เป็นของระบบเดียวกันหรือไม่ ถ้าใช่ อาจคัดลอกไม่ครบ คีย์ถูกเปลี่ยนในแดชบอร์ดแล้ว หรือนาฬิกาของเครื่องนี้ผิด",
  },
  keys_environment: {
    topic: "keys",
    mark: "bad",
    en: "One2Pays knows the keys and refuses them here (HTTP 403): the integration is switched off, or these {mode} keys belong to the other environment's address.",
    th: "One2Pays รู้จักคีย์แต่ไม่อนุญาตที่นี่ (HTTP 403) integration ถูกปิดอยู่ หรือคีย์แบบ {mode} นี้เป็นของที่อยู่อีกระบบหนึ่ง",
  },
  keys_not_needed: {
    topic: "keys",
    mark: "bad",
    en: "{host} answers without any keys. The real One2Pays does not.",
    th: "{host} ตอบโดยไม่ต้องใช้คีย์ ซึ่ง One2Pays จริงไม่ทำเช่นนั้น",
  },

  balance_ok: {
    topic: "balance",
    mark: "ok",
    en: "The wallet can be read, and the account is {status}.",
    th: "อ่านยอดเงินได้ บัญชีมีสถานะ {status}",
  },
  balance_status: {
    topic: "balance",
    mark: "bad",
    en: "The account at One2Pays is {status}. Ask One2Pays.",
    th: "บัญชีที่ One2Pays มีสถานะ {status} กรุณาสอบถาม One2Pays",
  },
  balance_baht: {
    topic: "balance",
    mark: "ok",
    en: "The balance has fractions that satang do not have: it is in baht.",
    th: "ยอดเงินมีเศษที่หน่วยสตางค์ไม่มี จึงเป็นหน่วยบาท",
  },
  balance_unit_contradicted: {
    topic: "balance",
    mark: "bad",
    en: "The balance has fractions that satang do not have: it is in baht, but the config says {configured}. The wallet would be wrong by a hundred times.",
    th: "ยอดเงินมีเศษที่หน่วยสตางค์ไม่มี จึงเป็นหน่วยบาท แต่ตั้งค่าไว้เป็น {configured} ยอดจะผิดไปหนึ่งร้อยเท่า",
  },
  balance_unit_open: {
    topic: "balance",
    mark: "open",
    en: "Whether the balance is in baht or satang cannot be told from today's numbers. Compare the wallet in Medusa with the dashboard of One2Pays.",
    th: "ตัวเลขวันนี้ยังบอกไม่ได้ว่ายอดเงินเป็นบาทหรือสตางค์ กรุณาเทียบยอดใน Medusa กับแดชบอร์ดของ One2Pays",
  },
  balance_unreadable: {
    topic: "balance",
    mark: "bad",
    en: "The balance cannot be read (HTTP {status}).",
    th: "อ่านยอดเงินไม่ได้ (HTTP {status})",
  },

  shape_ok: {
    topic: "lists",
    mark: "ok",
    en: "{what}: all documented fields are there, and no others.",
    th: "{what}: มีครบทุกช่องตามเอกสาร ไม่มีช่องอื่น",
  },
  shape_differs: {
    topic: "lists",
    mark: "ok",
    en: "{what} differs from the documents, and the plugin can work with it. Missing: {missing}. Not documented: {unknown}.",
    th: "{what} ต่างจากเอกสาร แต่ปลั๊กอินใช้งานได้ ขาด: {missing} ไม่มีในเอกสาร: {unknown}",
  },
  shape_broken: {
    topic: "lists",
    mark: "bad",
    en: "{what}: the plugin cannot read {missing}. It is missing, or its value is of another type than documented.",
    th: "{what}: ปลั๊กอินอ่าน {missing} ไม่ได้ เพราะไม่มีช่องนี้หรือชนิดข้อมูลไม่ตรงกับเอกสาร",
  },
  list_refused: {
    topic: "lists",
    mark: "bad",
    en: "{what} cannot be read (HTTP {status}).",
    th: "อ่าน {what} ไม่ได้ (HTTP {status})",
  },
  pages_ok: {
    topic: "lists",
    mark: "ok",
    en: "Pages follow each other.",
    th: "หน้าของรายการต่อเนื่องกัน",
  },
  pages_repeat: {
    topic: "lists",
    mark: "bad",
    en: "The second page shows the first one again. A payment on a later page would never be found.",
    th: "หน้าที่สองแสดงข้อมูลเดิมของหน้าแรก รายการในหน้าถัดไปจะหาไม่พบ",
  },
  lists_short: {
    topic: "lists",
    mark: "open",
    en: "The account has too few payments to see whether pages and sorting work.",
    th: "บัญชียังมีรายการน้อยเกินไป จึงยังตรวจการแบ่งหน้าและการเรียงลำดับไม่ได้",
  },
  sorting_ok: {
    topic: "lists",
    mark: "ok",
    en: "Sorting by date works.",
    th: "เรียงตามวันที่ได้",
  },
  sorting_ignored: {
    topic: "lists",
    mark: "open",
    en: "The list is not sorted as asked. Tell us with the transcript.",
    th: "รายการไม่เรียงตามที่ขอ กรุณาแจ้งพร้อมไฟล์บันทึก",
  },
  filters_ok: {
    topic: "lists",
    mark: "ok",
    en: "Filters by date work.",
    th: "กรองตามวันที่ได้",
  },
  sorting_refused: {
    topic: "lists",
    mark: "open",
    en: "One2Pays refuses to sort by date (HTTP {status}). Tell us with the transcript.",
    th: "One2Pays ไม่รับการเรียงตามวันที่ (HTTP {status}) กรุณาแจ้งพร้อมไฟล์บันทึก",
  },
  filters_refused: {
    topic: "lists",
    mark: "open",
    en: "One2Pays refuses a filter by date (HTTP {status}). Tell us with the transcript.",
    th: "One2Pays ไม่รับตัวกรองวันที่ (HTTP {status}) กรุณาแจ้งพร้อมไฟล์บันทึก",
  },
  page_size_less: {
    topic: "lists",
    mark: "open",
    en: "One2Pays puts {limit} objects on a page where 100 were asked for. Searches take longer.",
    th: "One2Pays ให้หน้าละ {limit} รายการเมื่อขอ 100 การค้นหาจะใช้เวลานานขึ้น",
  },
  filters_ignored: {
    topic: "lists",
    mark: "open",
    en: "A filter by date is ignored. Searches take longer.",
    th: "ตัวกรองวันที่ไม่มีผล การค้นหาจะใช้เวลานานขึ้น",
  },
  page_size_ok: {
    topic: "lists",
    mark: "ok",
    en: "100 objects fit on a page. For more comes {over}, for none {none}.",
    th: "หนึ่งหน้ามีได้ 100 รายการ ถ้าขอมากกว่านั้นได้ {over} ถ้าขอ 0 ได้ {none}",
  },
  page_size_refused: {
    topic: "lists",
    mark: "bad",
    en: "One2Pays refuses a page of 100 (HTTP {status}), which its documents allow.",
    th: "One2Pays ไม่รับคำขอหน้าละ 100 รายการ (HTTP {status}) ทั้งที่เอกสารอนุญาต",
  },
  ids_uuid: {
    topic: "lists",
    mark: "ok",
    en: "Ids are UUIDs.",
    th: "รหัสรายการเป็น UUID",
  },
  ids_prefixed: {
    topic: "lists",
    mark: "ok",
    en: "Ids have a prefix ({prefix}_…).",
    th: "รหัสรายการมีคำนำหน้า ({prefix}_…)",
  },
  ids_other: {
    topic: "lists",
    mark: "ok",
    en: "Ids are texts of a form of their own.",
    th: "รหัสรายการมีรูปแบบเฉพาะ",
  },
  amounts_text: {
    topic: "lists",
    mark: "ok",
    en: "Amounts are texts, as documented.",
    th: "จำนวนเงินเป็นข้อความตามเอกสาร",
  },
  amounts_numbers: {
    topic: "lists",
    mark: "ok",
    en: "Amounts are numbers, not texts. The plugin reads both.",
    th: "จำนวนเงินเป็นตัวเลข ไม่ใช่ข้อความ ปลั๊กอินอ่านได้ทั้งสองแบบ",
  },

  by_reference: {
    topic: "references",
    mark: "ok",
    en: "Payments can be found by the shop's reference.",
    th: "ค้นหารายการชำระเงินด้วยเลขอ้างอิงของร้านได้",
  },
  no_by_reference: {
    topic: "references",
    mark: "ok",
    en: "There is no route to find a payment by the shop's reference. The plugin searches the list instead.",
    th: "ไม่มีช่องทางค้นหารายการชำระเงินด้วยเลขอ้างอิงของร้าน ปลั๊กอินจะค้นจากรายการแทน",
  },
  by_reference_open: {
    topic: "references",
    mark: "open",
    en: "Without any payment it cannot be told whether payments are found by the shop's reference.",
    th: "ยังไม่มีรายการชำระเงิน จึงบอกไม่ได้ว่าค้นหาด้วยเลขอ้างอิงได้หรือไม่",
  },
  withdraws_by_reference: {
    topic: "references",
    mark: "ok",
    en: "Withdraws can be found by the shop's reference.",
    th: "ค้นหารายการจ่ายเงินออกด้วยเลขอ้างอิงของร้านได้",
  },
  no_withdraws_by_reference: {
    topic: "references",
    mark: "ok",
    en: "There is no route to find a withdraw by the shop's reference. The plugin searches the list instead.",
    th: "ไม่มีช่องทางค้นหารายการจ่ายเงินออกด้วยเลขอ้างอิงของร้าน ปลั๊กอินจะค้นจากรายการแทน",
  },
  withdraws_by_reference_open: {
    topic: "references",
    mark: "open",
    en: "Without any withdraw it cannot be told whether withdraws are found by the shop's reference.",
    th: "ยังไม่มีรายการจ่ายเงินออก จึงบอกไม่ได้ว่าค้นหาด้วยเลขอ้างอิงได้หรือไม่",
  },

  withdraws_paid: {
    topic: "withdraws",
    mark: "ok",
    en: "A withdraw that arrived is called “paid”.",
    th: "รายการจ่ายเงินออกที่ถึงผู้รับใช้สถานะ “paid”",
  },
  withdraws_completed: {
    topic: "withdraws",
    mark: "ok",
    en: "A withdraw that arrived is called “completed”. The plugin knows the word.",
    th: "รายการจ่ายเงินออกที่ถึงผู้รับใช้สถานะ “completed” ซึ่งปลั๊กอินรู้จัก",
  },
  withdraws_returned: {
    topic: "withdraws",
    mark: "ok",
    en: "One2Pays shows a withdraw as {status} that had been paid: banks send money back. The plugin looks again for two weeks.",
    th: "มีรายการจ่ายเงินออกที่เคยจ่ายแล้วเปลี่ยนเป็น {status} ธนาคารอาจตีเงินกลับ ปลั๊กอินจะตรวจซ้ำสองสัปดาห์",
  },
  withdraws_none: {
    topic: "withdraws",
    mark: "open",
    en: "No withdraw has been made yet, so its words are not known.",
    th: "ยังไม่เคยมีรายการจ่ายเงินออก จึงยังไม่รู้สถานะที่ใช้",
  },

  rate_limit_named: {
    topic: "limits",
    mark: "ok",
    en: "One2Pays names its rate limit in its answers: {limit}.",
    th: "One2Pays แจ้งขีดจำกัดคำขอในคำตอบ: {limit}",
  },
  rate_limit_silent: {
    topic: "limits",
    mark: "ok",
    en: "Answers do not name the rate limit. The plugin keeps to the documented one.",
    th: "คำตอบไม่ได้แจ้งขีดจำกัดคำขอ ปลั๊กอินใช้ค่าตามเอกสาร",
  },
  amount_bounds: {
    topic: "limits",
    mark: "ok",
    en: "One2Pays takes payments from {min} to {max}.",
    th: "One2Pays รับชำระตั้งแต่ {min} ถึง {max}",
  },
  amount_least: {
    topic: "limits",
    mark: "ok",
    en: "One2Pays took {amount}: no higher minimum.",
    th: "One2Pays รับยอด {amount} จึงไม่มีขั้นต่ำสูงกว่านี้",
  },

  create_not_asked: {
    topic: "payment",
    mark: "open",
    en: "No payment was made. A check that may create one (--create, in the admin “Check with a payment”) makes the smallest PromptPay payment, reads it and cancels it.",
    th: "ยังไม่ได้สร้างรายการชำระเงิน หากอนุญาต (--create หรือปุ่ม “ตรวจพร้อมสร้างรายการ” ในหน้าแอดมิน) ระบบจะสร้างรายการพร้อมเพย์ยอดน้อยที่สุด อ่านผล แล้วยกเลิก",
  },
  created: {
    topic: "payment",
    mark: "ok",
    en: "One2Pays made a PromptPay payment (HTTP {status}).",
    th: "One2Pays สร้างรายการพร้อมเพย์ได้ (HTTP {status})",
  },
  create_refused: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays refuses a PromptPay payment (HTTP {status}, {code}).",
    th: "One2Pays ไม่สร้างรายการพร้อมเพย์ (HTTP {status}, {code})",
  },
  create_refused_field: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays refuses a PromptPay payment because of its {field} (HTTP {status}, {code}).",
    th: "One2Pays ไม่สร้างรายการพร้อมเพย์ เพราะ {field} (HTTP {status}, {code})",
  },
  create_refused_payer: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays refuses the payer's {field} ({code}). Give a real account: --account-name, --account-number and --bank-code, in the admin the form's fields. Nobody pays from it.",
    th: "One2Pays ไม่รับ {field} ของผู้ชำระ ({code}) กรุณาระบุบัญชีจริงด้วย --account-name, --account-number และ --bank-code หรือในแบบฟอร์มของหน้าแอดมิน โดยจะไม่มีการตัดเงินจากบัญชีนี้",
  },
  maybe_open: {
    topic: "cancel",
    mark: "bad",
    en: "A payment of this check may be open: its answer was lost, and One2Pays does not show it. It ends by itself within {minutes} minutes; do not pay it.",
    th: "อาจมีรายการของการตรวจนี้ค้างอยู่ เพราะไม่ได้รับคำตอบและหาไม่พบใน One2Pays รายการจะหมดอายุเองภายใน {minutes} นาที อย่าชำระรายการนี้",
  },
  create_lost: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays did not say whether it made the payment ({code}).",
    th: "One2Pays ไม่ยืนยันว่าสร้างรายการแล้วหรือไม่ ({code})",
  },
  bank_refused: {
    topic: "payment",
    mark: "bad",
    en: "One2Pays does not take the payer's bank {bank} ({code}). Give the account of another bank.",
    th: "One2Pays ไม่รับธนาคารของผู้ชำระ {bank} ({code}) กรุณาใช้บัญชีธนาคารอื่น",
  },
  expiry_ok: {
    topic: "payment",
    mark: "ok",
    en: "The payment ends after the {minutes} minutes that were asked for.",
    th: "รายการหมดอายุตามที่ขอ {minutes} นาที",
  },
  expiry_other: {
    topic: "payment",
    mark: "open",
    en: "The payment ends after {found}, not after the {minutes} minutes that were asked for.",
    th: "รายการหมดอายุใน {found} ไม่ใช่ {minutes} นาทีตามที่ขอ",
  },

  instructions_qr: {
    topic: "instructions",
    mark: "ok",
    en: "The customer gets a QR (type {type}).",
    th: "ลูกค้าได้รับคิวอาร์โค้ด (type {type})",
  },
  instructions_app: {
    topic: "instructions",
    mark: "ok",
    en: "The customer gets a link to One2Pays' own page (type {type}).",
    th: "ลูกค้าได้รับลิงก์ไปหน้าของ One2Pays (type {type})",
  },
  instructions_late: {
    topic: "instructions",
    mark: "ok",
    en: "The instructions did not come at once, but with a later read ({reads}).",
    th: "วิธีชำระเงินไม่ได้มาทันที แต่มาเมื่ออ่านซ้ำ ({reads} ครั้ง)",
  },
  instructions_none: {
    topic: "instructions",
    mark: "bad",
    en: "One2Pays gave neither a QR nor a link, also after {reads} more reads. A customer could not pay.",
    th: "One2Pays ไม่ให้คิวอาร์โค้ดหรือลิงก์ แม้อ่านซ้ำ {reads} ครั้ง ลูกค้าจะชำระเงินไม่ได้",
  },
  qr_damaged: {
    topic: "instructions",
    mark: "bad",
    en: "The QR is damaged (its checksum is wrong). No bank app would take it.",
    th: "คิวอาร์โค้ดเสีย (ค่าตรวจสอบผิด) แอปธนาคารจะสแกนไม่ได้",
  },
  satang_added: {
    topic: "instructions",
    mark: "ok",
    en: "The QR asks for THB {seen} in place of THB {meant}: One2Pays adds satang to tell payers apart.",
    th: "คิวอาร์โค้ดมียอด {seen} บาท แทน {meant} บาท One2Pays เพิ่มเศษสตางค์เพื่อแยกผู้ชำระ",
  },

  unit_proved: {
    topic: "unit",
    mark: "ok",
    en: "The account counts in {unit}, as the config says.",
    th: "บัญชีใช้หน่วย {unit} ตรงกับที่ตั้งค่าไว้",
  },
  unit_contradicted: {
    topic: "unit",
    mark: "bad",
    en: "The account counts in {unit}, but the config says {configured}: every amount would be wrong by a hundred times.",
    th: "บัญชีใช้หน่วย {unit} แต่ตั้งค่าไว้เป็น {configured} ทุกยอดจะผิดไปหนึ่งร้อยเท่า",
  },
  unit_not_looked_at: {
    topic: "unit",
    mark: "open",
    en: "Whether the account counts in baht or satang shows only with a payment.",
    th: "ต้องสร้างรายการชำระเงินจึงจะรู้ว่าบัญชีใช้หน่วยบาทหรือสตางค์",
  },
  unit_without_qr: {
    topic: "unit",
    mark: "open",
    en: "Without a QR it cannot be told whether the account counts in baht or satang. Two people confirm it by hand in Settings.",
    th: "ไม่มีคิวอาร์โค้ด จึงบอกไม่ได้ว่าบัญชีใช้หน่วยบาทหรือสตางค์ ให้สองคนยืนยันในหน้าการตั้งค่า",
  },
  unit_of_no_amount: {
    topic: "unit",
    mark: "open",
    en: "The QR names no amount, so that the unit of the account cannot be told. Two people confirm it by hand in Settings.",
    th: "คิวอาร์โค้ดไม่มียอดเงิน จึงบอกหน่วยของบัญชีไม่ได้ ให้สองคนยืนยันในหน้าการตั้งค่า",
  },
  unit_of_other_amount: {
    topic: "unit",
    mark: "open",
    en: "The QR asks for THB {seen}, which fits neither baht nor satang of the amount that was sent ({sent}). Ask One2Pays.",
    th: "คิวอาร์โค้ดมียอด {seen} บาท ซึ่งไม่ตรงกับยอดที่ส่ง ({sent}) ทั้งหน่วยบาทและสตางค์ กรุณาสอบถาม One2Pays",
  },

  repeat_same: {
    topic: "repeats",
    mark: "ok",
    en: "A repeated request gives the same payment again.",
    th: "คำขอซ้ำได้รายการเดิม",
  },
  repeat_refused: {
    topic: "repeats",
    mark: "ok",
    en: "A repeated request is refused ({code}). The plugin then looks the payment up.",
    th: "คำขอซ้ำถูกปฏิเสธ ({code}) ปลั๊กอินจะค้นหารายการเดิม",
  },
  repeat_double: {
    topic: "repeats",
    mark: "bad",
    en: "A repeated request made a second payment: a lost answer could make a customer pay twice.",
    th: "คำขอซ้ำสร้างรายการที่สอง ถ้าคำตอบหายไป ลูกค้าอาจชำระซ้ำ",
  },
  repeat_changed_same: {
    topic: "repeats",
    mark: "ok",
    en: "The same key with another content gives the first payment again.",
    th: "คีย์เดิมแต่เนื้อหาต่างกันได้รายการแรก",
  },
  repeat_changed_refused: {
    topic: "repeats",
    mark: "ok",
    en: "The same key with another content is refused ({code}).",
    th: "คีย์เดิมแต่เนื้อหาต่างกันถูกปฏิเสธ ({code})",
  },
  repeat_changed_double: {
    topic: "repeats",
    mark: "bad",
    en: "The same key with another content made a second payment under one reference.",
    th: "คีย์เดิมแต่เนื้อหาต่างกันสร้างรายการที่สองด้วยเลขอ้างอิงเดียวกัน",
  },
  reference_refused: {
    topic: "repeats",
    mark: "ok",
    en: "A second payment under the same reference is refused ({code}).",
    th: "รายการที่สองด้วยเลขอ้างอิงเดิมถูกปฏิเสธ ({code})",
  },
  reference_same: {
    topic: "repeats",
    mark: "ok",
    en: "A second request under the same reference gives the first payment.",
    th: "คำขอที่สองด้วยเลขอ้างอิงเดิมได้รายการแรก",
  },
  reference_double: {
    topic: "repeats",
    mark: "bad",
    en: "One2Pays took two payments under one reference. A customer could pay twice.",
    th: "One2Pays รับสองรายการด้วยเลขอ้างอิงเดียวกัน ลูกค้าอาจชำระซ้ำ",
  },
  refusal_repeated: {
    topic: "repeats",
    mark: "ok",
    en: "A key that was refused once is refused for good. The plugin takes a new key for a new try.",
    th: "คีย์ที่เคยถูกปฏิเสธจะถูกปฏิเสธเสมอ ปลั๊กอินใช้คีย์ใหม่เมื่อลองใหม่",
  },
  refusal_forgotten: {
    topic: "repeats",
    mark: "ok",
    en: "A key that was refused once serves for a corrected request.",
    th: "คีย์ที่เคยถูกปฏิเสธใช้กับคำขอที่แก้แล้วได้",
  },
  repeat_unclear: {
    topic: "repeats",
    mark: "open",
    en: "A repeated request was not answered clearly ({code}).",
    th: "คำขอซ้ำไม่ได้คำตอบที่ชัดเจน ({code})",
  },

  canceled: {
    topic: "cancel",
    mark: "ok",
    en: "The payment is canceled (status {status}).",
    th: "ยกเลิกรายการแล้ว (สถานะ {status})",
  },
  cancel_refused: {
    topic: "cancel",
    mark: "bad",
    en: "The payment could not be canceled ({code}). It ends by itself within {minutes} minutes; do not pay it.",
    th: "ยกเลิกรายการไม่ได้ ({code}) รายการจะหมดอายุเองภายใน {minutes} นาที อย่าชำระรายการนี้",
  },
  cancel_again_refused: {
    topic: "cancel",
    mark: "ok",
    en: "Canceling twice is refused ({code}).",
    th: "ยกเลิกซ้ำถูกปฏิเสธ ({code})",
  },
  cancel_again_same: {
    topic: "cancel",
    mark: "ok",
    en: "Canceling twice gives the same answer.",
    th: "ยกเลิกซ้ำได้คำตอบเดิม",
  },

  webhooks_not_asked: {
    topic: "webhooks",
    mark: "open",
    en: "No webhook was looked at. --listen <port> waits for one, --delivery <file> judges one that you saved.",
    th: "ยังไม่ได้ตรวจเว็บฮุก ใช้ --listen <port> เพื่อรอรับ หรือ --delivery <file> เพื่อตรวจที่บันทึกไว้",
  },
  webhooks_none: {
    topic: "webhooks",
    mark: "bad",
    en: "No webhook came within {seconds} seconds. Is this address entered at One2Pays, with https and reachable from the internet?",
    th: "ไม่มีเว็บฮุกเข้ามาใน {seconds} วินาที ตรวจว่าตั้งที่อยู่นี้ไว้ที่ One2Pays แล้ว เป็น https และเข้าถึงได้จากอินเทอร์เน็ต",
  },
  webhook_signed: {
    topic: "webhooks",
    mark: "ok",
    en: "{count} webhooks fit the webhook secret (number {secret}), signed over time and body.",
    th: "เว็บฮุก {count} รายการตรงกับ webhook secret (ลำดับที่ {secret}) โดยเซ็นเวลาและเนื้อหา",
  },
  webhook_recipe: {
    topic: "webhooks",
    mark: "bad",
    en: "A webhook is signed in another way: {recipe}. The plugin would refuse it; send us the transcript.",
    th: "เว็บฮุกเซ็นด้วยวิธีอื่น: {recipe} ปลั๊กอินจะปฏิเสธ กรุณาส่งไฟล์บันทึกให้เรา",
  },
  webhook_api_secret: {
    topic: "webhooks",
    mark: "bad",
    en: "Webhooks are signed with the secret key of the API. Write that key into webhookSecret.",
    th: "เว็บฮุกเซ็นด้วย secret key ของ API กรุณาใส่คีย์นั้นใน webhookSecret",
  },
  webhook_mismatch: {
    topic: "webhooks",
    mark: "bad",
    en: "A webhook fits no known secret. Copy the signing secret of this endpoint from the dashboard into webhookSecret. If it is the right one, One2Pays signs in a way that we do not know: send us the transcript.",
    th: "เว็บฮุกไม่ตรงกับ secret ใดเลย กรุณาคัดลอก signing secret ของปลายทางนี้จากแดชบอร์ดมาใส่ webhookSecret ถ้าถูกต้องแล้ว แสดงว่า One2Pays เซ็นด้วยวิธีที่เราไม่รู้จัก กรุณาส่งไฟล์บันทึกให้เรา",
  },
  webhook_unsigned: {
    topic: "webhooks",
    mark: "bad",
    en: "A request came without the headers of a One2Pays webhook ({headers}).",
    th: "มีคำขอที่ไม่มี header ของเว็บฮุก One2Pays ({headers})",
  },
  webhook_timestamp: {
    topic: "webhooks",
    mark: "bad",
    en: "The time of a webhook (X-Webhook-Timestamp) is not in milliseconds. The plugin would refuse it; send us the transcript.",
    th: "เวลาของเว็บฮุก (X-Webhook-Timestamp) ไม่ได้เป็นมิลลิวินาที ปลั๊กอินจะปฏิเสธ กรุณาส่งไฟล์บันทึกให้เรา",
  },
  webhook_flat: {
    topic: "webhooks",
    mark: "ok",
    en: "Webhooks have the flat form: {events}.",
    th: "เว็บฮุกมีข้อมูลอยู่ชั้นเดียว: {events}",
  },
  webhook_envelope: {
    topic: "webhooks",
    mark: "ok",
    en: "Webhooks have the form with an envelope: {events}.",
    th: "เว็บฮุกมีข้อมูลอยู่ใน data: {events}",
  },
  webhook_unreadable: {
    topic: "webhooks",
    mark: "bad",
    en: "A webhook names no event. The plugin could not tell what happened.",
    th: "เว็บฮุกไม่ระบุชื่อเหตุการณ์ ปลั๊กอินจึงไม่รู้ว่าเกิดอะไรขึ้น",
  },
  webhook_again: {
    topic: "webhooks",
    mark: "ok",
    en: "A webhook that is not taken comes again after {seconds} seconds ({times} times seen).",
    th: "เว็บฮุกที่ไม่ได้รับจะส่งซ้ำใน {seconds} วินาที (พบ {times} ครั้ง)",
  },
  webhook_again_late: {
    topic: "webhooks",
    mark: "ok",
    en: "A webhook that is not taken comes again only after {seconds} seconds ({times} times seen).",
    th: "เว็บฮุกที่ไม่ได้รับจะส่งซ้ำหลัง {seconds} วินาทีเท่านั้น (พบ {times} ครั้ง)",
  },
  webhook_not_again: {
    topic: "webhooks",
    mark: "open",
    en: "A webhook that was not taken did not come again within {seconds} seconds.",
    th: "เว็บฮุกที่ไม่ได้รับไม่ถูกส่งซ้ำภายใน {seconds} วินาที",
  },
  webhook_signed_anew: {
    topic: "webhooks",
    mark: "ok",
    en: "A webhook that comes again is signed anew.",
    th: "เว็บฮุกที่ส่งซ้ำเซ็นใหม่",
  },
  webhook_signed_once: {
    topic: "webhooks",
    mark: "ok",
    en: "A webhook that comes again keeps its first signature. One that is older than five minutes only makes the plugin ask One2Pays.",
    th: "เว็บฮุกที่ส่งซ้ำใช้ลายเซ็นเดิม ถ้าเก่ากว่าห้านาทีปลั๊กอินจะถาม One2Pays เท่านั้น",
  },
  delivery_unreadable: {
    topic: "webhooks",
    mark: "bad",
    en: "{file} is no saved webhook: its headers, an empty line and its body are expected, or JSON with headers and body.",
    th: "{file} ไม่ใช่เว็บฮุกที่บันทึกไว้ ต้องมี header บรรทัดว่าง และเนื้อหา หรือ JSON ที่มี headers และ body",
  },
} as const satisfies Record<string, Row>

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
