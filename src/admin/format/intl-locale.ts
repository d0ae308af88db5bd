/**
 * The dashboard's language, named as `Intl` wants it. Core writes codes of its own, `enGB` or `ptBR`, at which `Intl`
 * throws, and with it the page; what it does not know at all is written as English, as our texts are then.
 *
 * Days are counted as core counts them beside ours: in Thai, `Intl` would write the Buddhist year 2569 where core's
 * lists say 2026, and in Persian the year 1405, so that one day would look like two.
 */
export function intlLocale(language: string): string {
  const tag = language.replace(/^([a-z]{2,3})([A-Z]{2})$/, "$1-$2")
  try {
    return new Intl.Locale(tag, { calendar: "gregory" }).toString()
  } catch {
    return "en"
  }
}
