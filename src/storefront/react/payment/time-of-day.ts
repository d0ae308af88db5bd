import { toLocale } from "../../index"

/** `14:35` in both languages, by the clock of the place where the customer is. */
export const timeOfDay = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(toLocale(locale) === "th" ? "th-TH" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(iso))
