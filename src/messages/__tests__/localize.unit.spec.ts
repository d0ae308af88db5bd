import { costOfLength } from "../../__tests__/cost-of-length"
import { chooseLocale } from "../localize"

describe("chooseLocale", () => {
  it.each([
    ["th", "th"],
    ["th-TH", "th"],
    ["TH-th", "th"],
    ["th_TH", "th"],
    ["th-Thai-TH-u-nu-thai", "th"],
    [" th-TH ", "th"],
    ["en", "en"],
    ["en-GB", "en"],
  ])("reads the locale %p as %s", (tag, expected) => {
    expect(chooseLocale(tag)).toBe(expected)
  })

  it.each([
    ["th-TH,th;q=0.9,en-US;q=0.8,en;q=0.7", "th"],
    ["en-US,en;q=0.9,th;q=0.8", "en"],
    ["en;q=0.5,th;q=0.9", "th"],
    ["en;q=0.5, th", "th"],
    ["fr-FR,fr;q=0.9,th;q=0.1", "th"],
    ["de, en;q=0.3, th;q=0.300", "en"],
    ["th;q=0, en", "en"],
    ["th;q=0", "en"],
    ["th;q=0.0,th-TH;q=0.4", "th"],
    ["en;Q=0.2,TH;Q=0.4", "th"],
    ["en ; q = 0.2 , th ; q = 0.4", "th"],
    ["en;q=0.999,th;q=1.000", "th"],
    ["*", "en"],
    ["fr,*;q=0.5", "en"],
  ])("answers Accept-Language %p in %s", (header, expected) => {
    expect(chooseLocale(header)).toBe(expected)
  })

  it.each([
    "",
    ",,,",
    ";q=1",
    "th;q=high",
    "th;q=0.5.5",
    "th;q=-1",
    "th;q=",
    "thai",
    "thv",
    "english",
    "enm-GB",
    "ไทย",
    "\u0000th",
  ])("takes nothing for Thai in %p", (text) => {
    expect(chooseLocale(text)).toBe("en")
  })

  it("follows the storefront's x-medusa-locale before the browser", () => {
    expect(chooseLocale("th-TH", "en-US,en;q=0.9")).toBe("th")
    expect(chooseLocale("en-US", "th-TH,th;q=0.9")).toBe("en")
  })

  it("asks the browser when the storefront says nothing, or a language that we do not speak", () => {
    for (const said of [undefined, null, "", "fr-FR"]) {
      expect(chooseLocale(said, "th-TH,th;q=0.9,en;q=0.8")).toBe("th")
    }
  })

  it("speaks English when nobody says anything", () => {
    expect(chooseLocale()).toBe("en")
    expect(chooseLocale(undefined, null)).toBe("en")
  })

  it("is quick with a header as long as a server lets through", () => {
    expect(chooseLocale(`${"th;q=0 ,".repeat(8_000)}th;q=0.1`)).toBe("th")
    for (const header of [
      (length: number) => `${"th;q=0 ,".repeat(length / 8)}th;q=0.1`,
      (length: number) => `th${" ".repeat(length)}x`,
      (length: number) => `th-${"a".repeat(length)};`,
    ]) {
      const cost = costOfLength(
        (length) => chooseLocale(header(length)),
        64_000
      )
      expect(cost).toBeLessThan(8)
    }
  })
})
