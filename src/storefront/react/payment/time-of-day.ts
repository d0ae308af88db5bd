import { toLocale } from "../../index"

/** The shop's bank and its customers' banks are in Thailand, wherever the device thinks that it is. */
const SHOP_ZONE = "Asia/Bangkok"

/** `20 พ.ย. 2569 14:35`, `20 Nov 2026, 14:35` */
export const dayAndTime = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(toLocale(locale) === "th" ? "th-TH" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: SHOP_ZONE,
  }).format(new Date(iso))

/** `14:35` in both languages, by the clock of the shop. */
export const timeOfDay = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(toLocale(locale) === "th" ? "th-TH" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: SHOP_ZONE,
  }).format(new Date(iso))
