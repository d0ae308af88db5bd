const en = {
  failed: "This could not be loaded.",
  forbidden: "You are not allowed to see this.",
  missing: "There is nothing at this address.",
  refused:
    "This cannot be searched for. Change the search, the filters or the order.",
  notRefreshed: "This could not be refreshed and may be out of date.",
  noAnswer: "The shop did not answer.",
  loggedOut: "You are not logged in any more. Log in and try again.",
  notAllowed: "You are not allowed to do this.",
  tooLarge:
    "This is more than the shop takes at once. Nothing was done; divide it into smaller files.",
  wentWrong: "Something went wrong.",
  maybeDone:
    "It may have been done all the same: look, or try again; it is not done twice.",
  retry: "Try again",
  done: "Done.",
  sure: "Are you sure?",
  yes: "Yes",
  no: "No",
  note: "Note",
  noteOptional: "Note (optional)",
  noteMissing: "Say in a few words what was done.",
  previous: "Previous",
  next: "Next",
  actions: "Actions",
  copied: "Copied",
  actor: { system: "the shop", gateway: "One2Pays" },
}

const th: typeof en = {
  failed: "ไม่สามารถโหลดข้อมูลได้",
  forbidden: "คุณไม่มีสิทธิ์ดูข้อมูลนี้",
  missing: "ไม่พบรายการที่ต้องการ",
  refused: "ไม่สามารถค้นหาตามเงื่อนไขนี้ได้ กรุณาเปลี่ยนคำค้นหา ตัวกรอง หรือการเรียงลำดับ",
  notRefreshed: "ไม่สามารถอัปเดตข้อมูลได้ ข้อมูลที่แสดงอาจไม่เป็นปัจจุบัน",
  noAnswer: "ไม่ได้รับคำตอบจากระบบของร้าน",
  loggedOut: "คุณออกจากระบบแล้ว กรุณาเข้าสู่ระบบแล้วลองใหม่อีกครั้ง",
  notAllowed: "คุณไม่มีสิทธิ์ทำรายการนี้",
  tooLarge:
    "ข้อมูลมีขนาดใหญ่เกินกว่าที่ระบบของร้านรับได้ในครั้งเดียว ยังไม่มีการทำรายการใด กรุณาแบ่งเป็นไฟล์ที่เล็กลง",
  wentWrong: "เกิดข้อผิดพลาด",
  maybeDone: "รายการอาจสำเร็จแล้ว กรุณาตรวจสอบหรือลองใหม่อีกครั้ง ระบบจะไม่ทำรายการซ้ำ",
  retry: "ลองใหม่",
  done: "เรียบร้อยแล้ว",
  sure: "ยืนยันการทำรายการ",
  yes: "ยืนยัน",
  no: "ไม่",
  note: "บันทึก",
  noteOptional: "บันทึก (ไม่บังคับ)",
  noteMissing: "กรุณาระบุสั้น ๆ ว่าดำเนินการอย่างไร",
  previous: "ก่อนหน้า",
  next: "ถัดไป",
  actions: "คำสั่ง",
  copied: "คัดลอกแล้ว",
  actor: { system: "ระบบของร้าน", gateway: "One2Pays" },
}

export const common = { en, th }
