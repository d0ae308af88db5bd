import type { Locale } from "./locale"

export interface ThaiBank {
  /** The Bank of Thailand's three digits, which `bank_code` takes. */
  code: string
  name: Record<Locale, string>
  /**
   * The color by which people know the bank, `#rrggbb`. It suits a mark beside the name: text on it may be hard to
   * read.
   */
  color: string
}

/**
 * The banks at which people in Thailand hold accounts, the most used first. The list helps a bank picker and is no
 * rule: the server takes any three digits. It leaves out banks that have merged away or serve only companies.
 */
export const THAI_BANKS: readonly ThaiBank[] = [
  bank("004", "#138f2d", "Kasikornbank (KBank)", "กสิกรไทย"),
  bank("014", "#4e2e7f", "Siam Commercial Bank (SCB)", "ไทยพาณิชย์"),
  bank("002", "#1e4598", "Bangkok Bank", "กรุงเทพ"),
  bank("006", "#1ba5e1", "Krungthai Bank", "กรุงไทย"),
  bank("025", "#fec43b", "Bank of Ayudhya (Krungsri)", "กรุงศรีอยุธยา"),
  bank("011", "#0050f0", "TMBThanachart Bank (ttb)", "ทหารไทยธนชาต (ทีทีบี)"),
  bank("030", "#eb198d", "Government Savings Bank (GSB)", "ออมสิน"),
  bank("034", "#4b9b1d", "BAAC", "เพื่อการเกษตรและสหกรณ์การเกษตร (ธ.ก.ส.)"),
  bank(
    "033",
    "#f57d23",
    "Government Housing Bank (GHB)",
    "อาคารสงเคราะห์ (ธอส.)"
  ),
  bank("024", "#0b3979", "UOB", "ยูโอบี"),
  bank("022", "#7e2f36", "CIMB Thai Bank", "ซีไอเอ็มบี ไทย"),
  bank("069", "#199cc5", "Kiatnakin Phatra Bank (KKP)", "เกียรตินาคินภัทร"),
  bank("067", "#12549f", "TISCO Bank", "ทิสโก้"),
  bank("073", "#6d6e71", "Land and Houses Bank (LH Bank)", "แลนด์ แอนด์ เฮ้าส์"),
  bank("071", "#0a4ab3", "Thai Credit Bank", "ไทยเครดิต"),
  bank("066", "#184615", "Islamic Bank of Thailand", "อิสลามแห่งประเทศไทย"),
  bank("070", "#c50f1c", "ICBC (Thai)", "ไอซีบีซี (ไทย)"),
]

function bank(code: string, color: string, en: string, th: string): ThaiBank {
  return { code, color, name: { en, th: `ธนาคาร${th}` } }
}
