/**
 * The dashboard's language, as `Intl` names it. Core has codes of its own, `enGB` or `ptBR`. `Intl` throws at them, and
 * the page would break. A language that `Intl` does not know is written as English, like our texts.
 *
 * Years are counted as core counts them beside ours. In Thai, `Intl` would write the Buddhist year 2569 where core's
 * lists say 2026, and in Persian the year 1405, so one day would look like two.
 */
export function intlLocale(language: string): string {
  const tag = language.replace(/^([a-z]{2,3})([A-Z]{2})$/, "$1-$2")
  try {
    return new Intl.Locale(tag, { calendar: "gregory" }).toString()
  } catch {
    return "en"
  }
}
