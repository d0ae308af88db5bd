import { readCommandLine, UsageError } from "../cli-options"

describe("command line", () => {
  it("listens on port 4010 of this machine unless told otherwise", () => {
    expect(readCommandLine([], {})).toMatchObject({
      port: 4010,
      host: "127.0.0.1",
      webhookUrls: [],
    })
  })

  it("takes flags over the environment", () => {
    const env = {
      ONE2PAYS_SANDBOX_PORT: "5000",
      ONE2PAYS_SANDBOX_WEBHOOK_URL: "http://a.test/1,http://a.test/2",
      ONE2PAYS_SANDBOX_AMOUNT_UNIT: "baht",
      ONE2PAYS_SANDBOX_RATE_LIMIT: "0",
    }
    expect(readCommandLine(["--port", "5001"], env)).toMatchObject({
      port: 5001,
      webhookUrls: ["http://a.test/1", "http://a.test/2"],
      amountUnit: "baht",
      rateLimitPerMinute: null,
    })
  })

  it("takes several webhook addresses", () => {
    const args = [
      "--webhook-url",
      "http://a.test/",
      "--webhook-url=https://b.test/",
    ]
    expect(readCommandLine(args, {})).toMatchObject({
      webhookUrls: ["http://a.test/", "https://b.test/"],
    })
  })

  it.each([
    [["--port", "high"], "--port"],
    [["--port", "65536"], "--port"],
    [["--amount-unit", "dollar"], "--amount-unit"],
    [["--webhook-url", "ftp://a.test"], "--webhook-url"],
    [["--webhook-url", "nowhere"], "--webhook-url"],
    [["--color"], "--color"],
    [["surprise"], "surprise"],
    [["--reading", "dollars"], "dollars"],
    [["--reading", "baht", "--reading", "satang"], '"satang" contradicts'],
    [["--reading", "baht", "--amount-unit", "satang"], "amountUnit"],
  ])("refuses %j and names it", (args, named) => {
    expect(() => readCommandLine(args, {})).toThrow(UsageError)
    expect(() => readCommandLine(args, {})).toThrow(named)
  })

  it("takes readings by name, and asks for their list", () => {
    const env = { ONE2PAYS_SANDBOX_READING: "baht,created-200" }
    expect(readCommandLine([], env)).toMatchObject({
      readings: ["baht", "created-200"],
    })
    const flags = ["--reading", "satang", "--reading=completed"]
    expect(readCommandLine(flags, env)).toMatchObject({
      readings: ["satang", "completed"],
    })
    expect(readCommandLine(["--reading", "list"], {})).toBe("readings")
  })

  it("asks for help", () => {
    expect(readCommandLine(["--help"], {})).toBe("help")
  })
})
