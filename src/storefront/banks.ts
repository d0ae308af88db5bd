import type { Locale } from "./locale"

export interface ThaiBank {
  /** The Bank of Thailand's three digits, as `bank_code` wants them. */
  code: string
  name: Record<Locale, string>
}

/**
 * The banks at which people in Thailand hold accounts, the most used first. A help for a bank picker, not a rule: the
 * server takes any three digits. Left out are banks that have merged away or serve companies only.
 */
export const THAI_BANKS: readonly ThaiBank[] = [
  bank("004", "Kasikornbank (KBank)", "กสิกรไทย"),
  bank("014", "Siam Commercial Bank (SCB)", "ไทยพาณิชย์"),
  bank("002", "Bangkok Bank", "กรุงเทพ"),
  bank("006", "Krungthai Bank", "กรุงไทย"),
  bank("025", "Bank of Ayudhya (Krungsri)", "กรุงศรีอยุธยา"),
  bank("011", "TMBThanachart Bank (ttb)", "ทหารไทยธนชาต (ทีทีบี)"),
  bank("030", "Government Savings Bank (GSB)", "ออมสิน"),
  bank("034", "BAAC", "เพื่อการเกษตรและสหกรณ์การเกษตร (ธ.ก.ส.)"),
  bank("033", "Government Housing Bank (GHB)", "อาคารสงเคราะห์ (ธอส.)"),
  bank("024", "UOB", "ยูโอบี"),
  bank("022", "CIMB Thai Bank", "ซีไอเอ็มบี ไทย"),
  bank("069", "Kiatnakin Phatra Bank (KKP)", "เกียรตินาคินภัทร"),
  bank("067", "TISCO Bank", "ทิสโก้"),
  bank("073", "Land and Houses Bank (LH Bank)", "แลนด์ แอนด์ เฮ้าส์"),
  bank("071", "Thai Credit Bank", "ไทยเครดิต"),
  bank("066", "Islamic Bank of Thailand", "อิสลามแห่งประเทศไทย"),
  bank("070", "ICBC (Thai)", "ไอซีบีซี (ไทย)"),
]

function bank(code: string, en: string, th: string): ThaiBank {
  return { code, name: { en, th: `ธนาคาร${th}` } }
}
