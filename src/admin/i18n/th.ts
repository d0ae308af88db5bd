import type { en } from "./en"

export const th: typeof en = {
  balance: {
    title: "ยอดเงินใน One2Pays",
    wallet: "ยอดเงินคงเหลือ",
    settlement: "รอโอนเข้าบัญชี",
    asOf: "ข้อมูล ณ {{time}}",
    refresh: "ตรวจสอบอีกครั้ง",
    mode: { live: "ใช้งานจริง", test: "ทดสอบ" },
    status: {
      active: "ใช้งานได้",
      frozen: "ถูกระงับ",
      closed: "ปิดบัญชีแล้ว",
      unknown: "ไม่ทราบสถานะ",
    },
    stale: "ไม่สามารถเชื่อมต่อ One2Pays ได้ แสดงยอดเงินล่าสุดที่ทราบ",
    maintenance:
      "One2Pays ปิดปรับปรุงชั่วคราว ระบบจะตรวจสอบอีกครั้งเวลา {{time}} รายการรับชำระและถอนเงินจะดำเนินต่อโดยอัตโนมัติ",
    none: "ยังไม่ทราบยอดเงิน",
    forbidden: "คุณไม่มีสิทธิ์ดูยอดเงิน",
    failed: "ไม่สามารถโหลดยอดเงินได้",
  },
}
