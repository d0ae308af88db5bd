const en = {
  title: "Money by day",
  period: "The last {{days}} days in Thailand",
  in: "In",
  out: "Out",
  issues: "Needed attention",
  issueCount_one: "{{count}} issue",
  issueCount_other: "{{count}} issues",
  description: "Money in and out by day. The arrow keys go through the days.",
  table: "Days with money",
  day: "Day",
  empty: "No money in these days",
  emptyText: "What comes in and leaves will show up here, day by day.",
  failed: "The chart could not be loaded. Reload the page.",
}

const th: typeof en = {
  title: "เงินเข้าออกรายวัน",
  period: "{{days}} วันล่าสุด ตามเวลาประเทศไทย",
  in: "เงินเข้า",
  out: "เงินออก",
  issues: "พบปัญหา",
  issueCount_one: "{{count}} รายการ",
  issueCount_other: "{{count}} รายการ",
  description: "เงินเข้าและออกรายวัน ใช้ปุ่มลูกศรเพื่อเลื่อนดูแต่ละวัน",
  table: "วันที่มีรายการเงิน",
  day: "วันที่",
  empty: "ไม่มีรายการเงินในช่วงนี้",
  emptyText: "เงินเข้าและออกในแต่ละวันจะแสดงที่นี่",
  failed: "ไม่สามารถโหลดแผนภูมิได้ กรุณาโหลดหน้านี้ใหม่",
}

export const money = { en, th }
