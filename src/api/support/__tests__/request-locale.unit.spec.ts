import type { MedusaRequest } from "@medusajs/framework/http"
import { requestLocale } from "../language/request-locale"

const localeOf = (headers: Record<string, string>, locale?: string) =>
  requestLocale({
    locale,
    get: (name: string) => headers[name],
  } as unknown as MedusaRequest)

describe("requestLocale", () => {
  it("is the dashboard's, which core does not read on admin routes, before the browser's", () => {
    const headers = { "accept-language": "en-US,en;q=0.9" }
    expect(localeOf({ ...headers, "x-medusa-locale": "th" })).toBe("th")
    expect(
      localeOf({ "accept-language": "th-TH", "x-medusa-locale": "en" })
    ).toBe("en")
  })

  it("is the one that core has read, where it has", () => {
    expect(localeOf({ "x-medusa-locale": "en" }, "th-TH")).toBe("th")
  })

  it("is the browser's when neither storefront nor dashboard names one", () => {
    expect(
      localeOf({ "accept-language": "th-TH", "x-medusa-locale": "" })
    ).toBe("th")
    expect(localeOf({})).toBe("en")
  })
})
