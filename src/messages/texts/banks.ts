import type { LocalizedText } from "./public-errors"

interface Bank {
  /** The Bank of Thailand's three digits. */
  code: string
  name: LocalizedText
  /** The color by which people know it, `#rrggbb`. Without one, it serves companies or has merged away. */
  color?: string
  /** The count of digits of its account numbers, where public sources agree. */
  digits?: number
  /** What people type for it besides its names: the stock exchange's letters, its app, an old name. */
  aliases?: readonly string[]
}

/**
 * The banks of Thailand that take transfers: those at which people hold accounts first, the most used of them first.
 *
 * Source: the Bank of Thailand's numbers as several public lists give them, compared in November 2026. The list helps
 * people to choose and is no rule: the gateway decides. Three virtual banks open in 2026, and no numbers of theirs are
 * public yet. A form takes three digits for what the list lacks.
 *
 * Source of `digits`: two public programs that know how Thai account numbers are written, read in November 2026: the
 * table of github.com/mrwan200/bank-account-formatter, taken from the banks' own apps and leaflets, and a Thai office's
 * form that lets in 12 digits for GSB and GHB. Where they differ (KKP, BAAC) or the bank is rare, there is none here: a
 * right number that is refused costs the shop an order.
 */
export const BANKS: readonly Bank[] = [
  bank("004", "Kasikornbank (KBank)", "กสิกรไทย", "#138f2d", {
    digits: 10,
    aliases: ["k plus", "kplus", "เคแบงก์"],
  }),
  bank("014", "Siam Commercial Bank (SCB)", "ไทยพาณิชย์", "#4e2e7f", {
    digits: 10,
    aliases: ["scb easy", "ไทยพานิชย์", "เอสซีบี"],
  }),
  bank("002", "Bangkok Bank", "กรุงเทพ", "#1e4598", {
    digits: 10,
    aliases: ["bbl", "bualuang", "บัวหลวง"],
  }),
  bank("006", "Krungthai Bank", "กรุงไทย", "#1ba5e1", {
    digits: 10,
    aliases: ["ktb", "krung thai", "เคทีบี"],
  }),
  bank("025", "Bank of Ayudhya (Krungsri)", "กรุงศรีอยุธยา", "#fec43b", {
    digits: 10,
    aliases: ["bay", "kma"],
  }),
  bank("011", "TMBThanachart Bank (ttb)", "ทหารไทยธนชาต (ทีทีบี)", "#0050f0", {
    digits: 10,
    aliases: ["tmb", "thanachart", "ทีเอ็มบี", "ธนชาต"],
  }),
  bank("030", "Government Savings Bank (GSB)", "ออมสิน", "#eb198d", {
    digits: 12,
    aliases: ["mymo"],
  }),
  bank("034", "BAAC", "เพื่อการเกษตรและสหกรณ์การเกษตร (ธ.ก.ส.)", "#4b9b1d", {
    aliases: ["agriculture", "เกษตร"],
  }),
  bank(
    "033",
    "Government Housing Bank (GHB)",
    "อาคารสงเคราะห์ (ธอส.)",
    "#f57d23",
    { digits: 12, aliases: ["gh bank"] }
  ),
  bank("024", "UOB", "ยูโอบี", "#0b3979", {
    digits: 10,
    aliases: ["united overseas"],
  }),
  bank("022", "CIMB Thai Bank", "ซีไอเอ็มบี ไทย", "#7e2f36", {
    aliases: ["ซีไอเอ็มบีไทย"],
  }),
  bank("069", "Kiatnakin Phatra Bank (KKP)", "เกียรตินาคินภัทร", "#199cc5", {
    aliases: ["kk bank"],
  }),
  bank("067", "TISCO Bank", "ทิสโก้", "#12549f"),
  bank("073", "Land and Houses Bank (LH Bank)", "แลนด์ แอนด์ เฮ้าส์", "#6d6e71"),
  bank("071", "Thai Credit Bank", "ไทยเครดิต", "#0a4ab3", { aliases: ["tcrb"] }),
  bank("066", "Islamic Bank of Thailand", "อิสลามแห่งประเทศไทย", "#184615", {
    aliases: ["ibank", "ไอแบงก์"],
  }),
  bank("070", "ICBC (Thai)", "ไอซีบีซี (ไทย)", "#c50f1c"),
  bank("052", "Bank of China (Thai)", "แห่งประเทศจีน (ไทย)", "#a71e32", {
    aliases: ["boc"],
  }),
  bank("017", "Citibank", "ซิตี้แบงก์"),
  bank("020", "Standard Chartered Bank (Thai)", "สแตนดาร์ดชาร์เตอร์ด (ไทย)"),
  bank("039", "Mizuho Bank", "มิซูโฮ"),
  bank("045", "BNP Paribas", "บีเอ็นพี พารีบาส์"),
  bank("065", "Thanachart Bank (now ttb)", "ธนชาต (ปัจจุบันคือทีทีบี)"),
]

/* @__NO_SIDE_EFFECTS__ */
function bank(
  code: string,
  en: string,
  th: string,
  color?: string,
  more: Pick<Bank, "digits" | "aliases"> = {}
): Bank {
  return {
    code,
    name: { en, th: `ธนาคาร${th}` },
    ...(color === undefined ? {} : { color }),
    ...more,
  }
}
