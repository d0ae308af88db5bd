import type { Row } from "./row"

/** What the doctor can find out of the way to the gateway, its clock, keys and balance. */
export const WAY = {
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
} as const satisfies Record<string, Row>
