import type { LocalizedText } from "./public-errors"

interface Bank {
  /** The Bank of Thailand's three digits. */
  code: string
  name: LocalizedText
  /** The color by which people know it, `#rrggbb`. Without one, it serves companies or has merged away. */
  color?: string
}

/**
 * The banks of Thailand that take transfers: those at which people hold accounts first, the most used of them first.
 *
 * Source: the Bank of Thailand's numbers as several public lists give them, compared in November 2026. The list helps
 * people to choose and is no rule: the gateway decides. Three virtual banks open in 2026, and no numbers of theirs are
 * public yet. A form takes three digits for what the list lacks.
 */
export const BANKS: readonly Bank[] = [
  bank("004", "Kasikornbank (KBank)", "กสิกรไทย", "#138f2d"),
  bank("014", "Siam Commercial Bank (SCB)", "ไทยพาณิชย์", "#4e2e7f"),
  bank("002", "Bangkok Bank", "กรุงเทพ", "#1e4598"),
  bank("006", "Krungthai Bank", "กรุงไทย", "#1ba5e1"),
  bank("025", "Bank of Ayudhya (Krungsri)", "กรุงศรีอยุธยา", "#fec43b"),
  bank("011", "TMBThanachart Bank (ttb)", "ทหารไทยธนชาต (ทีทีบี)", "#0050f0"),
  bank("030", "Government Savings Bank (GSB)", "ออมสิน", "#eb198d"),
  bank("034", "BAAC", "เพื่อการเกษตรและสหกรณ์การเกษตร (ธ.ก.ส.)", "#4b9b1d"),
  bank(
    "033",
    "Government Housing Bank (GHB)",
    "อาคารสงเคราะห์ (ธอส.)",
    "#f57d23"
  ),
  bank("024", "UOB", "ยูโอบี", "#0b3979"),
  bank("022", "CIMB Thai Bank", "ซีไอเอ็มบี ไทย", "#7e2f36"),
  bank("069", "Kiatnakin Phatra Bank (KKP)", "เกียรตินาคินภัทร", "#199cc5"),
  bank("067", "TISCO Bank", "ทิสโก้", "#12549f"),
  bank("073", "Land and Houses Bank (LH Bank)", "แลนด์ แอนด์ เฮ้าส์", "#6d6e71"),
  bank("071", "Thai Credit Bank", "ไทยเครดิต", "#0a4ab3"),
  bank("066", "Islamic Bank of Thailand", "อิสลามแห่งประเทศไทย", "#184615"),
  bank("070", "ICBC (Thai)", "ไอซีบีซี (ไทย)", "#c50f1c"),
  bank("052", "Bank of China (Thai)", "แห่งประเทศจีน (ไทย)", "#a71e32"),
  bank("017", "Citibank", "ซิตี้แบงก์"),
  bank("020", "Standard Chartered Bank (Thai)", "สแตนดาร์ดชาร์เตอร์ด (ไทย)"),
  bank("039", "Mizuho Bank", "มิซูโฮ"),
  bank("045", "BNP Paribas", "บีเอ็นพี พารีบาส์"),
  bank("065", "Thanachart Bank (now ttb)", "ธนชาต (ปัจจุบันคือทีทีบี)"),
]

function bank(code: string, en: string, th: string, color?: string): Bank {
  return {
    code,
    name: { en, th: `ธนาคาร${th}` },
    ...(color === undefined ? {} : { color }),
  }
}
