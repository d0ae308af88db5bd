const en = {
  choose: "Choose a bank",
  another: "Another bank",
  number: "Its three-digit bank number",
}

const th: typeof en = {
  choose: "เลือกธนาคาร",
  another: "ธนาคารอื่น",
  number: "รหัสธนาคาร 3 หลัก",
}

export const bank = { en, th }
