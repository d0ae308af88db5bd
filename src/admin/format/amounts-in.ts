import { formatBaht } from "./money"

/** An amount in the server's texts: `THB 35000.00`, in Thai `35000.00 บาท`. */
const AMOUNT =
  /THB (\d+(?:\.\d{1,2})?)(?![\d.]*\d)|(?<![\d.,])(\d+(?:\.\d{1,2})?) บาท/g

/** A text of the server with its amounts as the panel writes them: ฿35,000.00. */
export const amountsIn = (text: string, language: string): string =>
  text.replace(AMOUNT, (_, before?: string, behind?: string) =>
    formatBaht(Number(before ?? behind), language)
  )
