const en = {
  title: "Money by day",
  zone: "By days in Thailand",
  period: "Period",
  lastDays: "Last {{days}} days",
  in: "In",
  out: "Out",
  issues: "Needed attention",
  issueCount_one: "{{count}} issue",
  issueCount_other: "{{count}} issues",
  description:
    "Money in and out by day. The arrow keys go through the days, and Enter shows what was paid on one.",
  empty: "No money in these days",
  emptyText: "What comes in and leaves will show up here, day by day.",
}

const th: typeof en = {
  title: "เงินเข้าออกรายวัน",
  zone: "รายวันตามเวลาประเทศไทย",
  period: "ช่วงเวลา",
  lastDays: "{{days}} วันล่าสุด",
  in: "เงินเข้า",
  out: "เงินออก",
  issues: "พบปัญหา",
  issueCount_one: "{{count}} รายการ",
  issueCount_other: "{{count}} รายการ",
  description:
    "เงินเข้าและออกรายวัน ใช้ปุ่มลูกศรเพื่อเลื่อนดูแต่ละวัน และกด Enter เพื่อดูรายการที่ชำระในวันนั้น",
  empty: "ไม่มีรายการเงินในช่วงนี้",
  emptyText: "เงินเข้าและออกในแต่ละวันจะแสดงที่นี่",
}

export const money = { en, th }
