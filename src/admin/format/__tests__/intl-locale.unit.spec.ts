import fs from "node:fs"
import path from "node:path"
import { formatDate, formatDay, formatMoment } from "../date"
import { intlLocale } from "../intl-locale"
import { formatBaht, formatNumber } from "../money"

/** The codes of core's own list of languages. */
const CODES = [
  ...fs
    .readFileSync(
      path.join(
        path.dirname(require.resolve("@medusajs/dashboard/package.json")),
        "src/i18n/languages.ts"
      ),
      "utf8"
    )
    .matchAll(/code: "(\w+)"/g),
].map(([, code]) => code!)

describe("the dashboard's language, as Intl wants it", () => {
  it("is known for all languages of core's", () => {
    expect(CODES.length).toBeGreaterThan(30)
    expect(CODES).toEqual(
      expect.arrayContaining(["enGB", "ptBR", "ptPT", "zhCN", "zhTW", "th"])
    )
  })

  it.each(CODES)("%s: amounts and days can be written in it", (code) => {
    const { language } = new Intl.Locale(intlLocale(code))
    expect(code.startsWith(language)).toBe(true)
    expect(formatBaht(1290.5, code)).toMatch(/\p{Nd}/u)
    expect(formatNumber(1000, code)).toMatch(/\p{Nd}/u)
    expect(formatMoment("2026-11-21T09:30:00Z", code)).toMatch(/\p{Nd}/u)
    expect(formatDate("2026-11-21", code, "short")).toMatch(/\p{Nd}/u)
  })

  it.each(CODES)("%s: years are core's", (code) => {
    const digits = new Intl.NumberFormat(intlLocale(code), {
      useGrouping: false,
    })
    const year = digits.format(2026)
    expect(formatMoment("2026-11-21T09:30:00Z", code)).toContain(year)
    expect(formatDate("2026-11-21", code, "long")).toContain(year)
    expect(formatDay(new Date(2026, 10, 21), code)).toContain(year)
  })

  it("writes Thai days without an era", () => {
    expect(formatDate("2026-11-21", "th", "long")).toBe("21 พ.ย. 2026")
  })

  it.each([
    ["enGB", "en-GB-u-ca-gregory"],
    ["zhTW", "zh-TW-u-ca-gregory"],
    ["th", "th-u-ca-gregory"],
    ["pt-BR", "pt-BR-u-ca-gregory"],
    ["no such language", "en"],
    ["", "en"],
  ])("%s is %s", (code, locale) => {
    expect(intlLocale(code)).toBe(locale)
  })
})
