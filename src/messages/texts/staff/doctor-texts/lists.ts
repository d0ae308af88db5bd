import type { Row } from "./row"

/** What the doctor can find out of lists, references and limits. */
export const LISTS = {
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
} as const satisfies Record<string, Row>
