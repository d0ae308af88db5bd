const en = {
  title: "One2Pays balance",
  wallet: "In the wallet",
  settlement: "Awaiting settlement",
  available: "Available for payouts",
  spokenFor:
    "Less {{waiting}} waiting, {{inFlight}} on the way, {{feeMargin}} for fees",
  settlementHint:
    "Sales fill the wallet only once One2Pays has settled them. Payouts leave from the wallet.",
  noFeeMargin:
    "One2Pays may take a fee for each payout from the wallet. withdraws.feeMargin keeps money back for it.",
  asOf: "As of {{time}}",
  refresh: "Ask again",
  mode: { live: "Live", test: "Test" },
  status: {
    active: "Active",
    frozen: "Frozen",
    closed: "Closed",
    unknown: "State unknown",
  },
  stale: "One2Pays could not be asked. This is the last known balance.",
  maintenance:
    "One2Pays is under maintenance. It is asked again at {{time}}; payments and payouts go on by themselves.",
  lastKnown: "These are the last known amounts.",
  none: "The balance is not known yet.",
}

const th: typeof en = {
  title: "ยอดเงินใน One2Pays",
  wallet: "ยอดเงินคงเหลือ",
  settlement: "รอโอนเข้าบัญชี",
  available: "ยอดที่ใช้ได้",
  spokenFor:
    "หักรายการที่รอ {{waiting}} กำลังส่ง {{inFlight}} และสำรองค่าธรรมเนียม {{feeMargin}}",
  settlementHint:
    "ยอดขายจะเข้ายอดเงินคงเหลือหลังจาก One2Pays โอนยอดแล้วเท่านั้น การจ่ายเงินออกใช้ยอดเงินคงเหลือ",
  noFeeMargin:
    "One2Pays อาจหักค่าธรรมเนียมการจ่ายเงินออกจากยอดเงินคงเหลือ ตั้งค่า withdraws.feeMargin เพื่อสำรองเงินไว้",
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
    "One2Pays ปิดปรับปรุงชั่วคราว ระบบจะตรวจสอบอีกครั้งเวลา {{time}} รายการรับชำระและจ่ายเงินออกจะดำเนินต่อโดยอัตโนมัติ",
  lastKnown: "ยอดเงินที่แสดงเป็นยอดล่าสุดที่ทราบ",
  none: "ยังไม่ทราบยอดเงิน",
}

export const balance = { en, th }
