import { DOCTOR_SUMMARY, DOCTOR_TEXTS, DOCTOR_TOPICS } from "../../messages"
import {
  HELP,
  judgeUnits,
  readCommandLine,
  settingsOf,
  UsageError,
} from "../cli-options"
import { finding, inOrder } from "../finding"
import { printFindings, printSummary } from "../print"
import { judgeAll } from "../verdict"

const places = (text: string) =>
  [...text.matchAll(/\{\w+\}/g)].join().split(",").sort()

it.each([
  ...Object.entries(DOCTOR_TEXTS),
  ...Object.entries(DOCTOR_SUMMARY),
  ...Object.entries(DOCTOR_TOPICS),
])("%s has the same values in Thai and in English", (_, { en, th }) => {
  expect(th).toMatch(/[ก-๙]|→|^API/u)
  expect(places(th)).toEqual(places(en))
})

const GOOD = inOrder([
  finding("address_ok", { host: "api.example.com", ms: "80" }),
  finding("clock_ok", { seconds: "1" }),
  finding("keys_ok", { mode: "test" }),
  finding("balance_ok", { status: "active" }),
  finding("created", { status: "201" }),
  finding("instructions_qr", { type: "display_qr_code" }),
  finding("unit_proved", { unit: "satang" }),
  finding("canceled", { status: "canceled" }),
])

describe("the verdict", () => {
  it("is good only when everything that a shop needs was seen and is good", () => {
    expect(judgeAll(GOOD)).toMatchObject({ isReady: true, unseen: [] })
    for (const { key } of GOOD) {
      const less = GOOD.filter((each) => each.key !== key)
      expect(judgeAll(less).isReady).toBe(false)
    }
    const stop = [
      finding("stopped"),
      finding("out_of_time", { seconds: "50" }),
      finding("repeat_double"),
      finding("webhook_mismatch"),
    ]
    for (const bad of stop) {
      expect(judgeAll([...GOOD, bad]).isReady).toBe(false)
    }
    expect(judgeAll([...GOOD, finding("webhooks_not_asked")]).isReady).toBe(
      true
    )
  })

  it("is printed under the table, with what to write into the config", () => {
    const findings = [
      ...GOOD.filter(({ key }) => key !== "unit_proved"),
      finding(
        "unit_contradicted",
        { unit: "baht", configured: "satang" },
        'amountUnit: "baht"'
      ),
    ]
    const text =
      printFindings(findings, "en") +
      printSummary(findings, "one2pays-doctor.json", "en")
    expect(text).toContain("  ✓ One2Pays answers at api.example.com, in 80 ms.")
    expect(text).toContain("  ✗ The account counts in baht")
    expect(text).toContain('      → write amountUnit: "baht"')
    expect(text.trimEnd().split("\n").slice(-3)).toEqual([
      "Not yet: 1 lines with ✗.",
      'Write into the config: amountUnit: "baht"',
      "Transcript without secrets: one2pays-doctor.json",
    ])
  })
})

describe("the command line", () => {
  it("takes the language of the machine, unless told otherwise", () => {
    const localeOf = (args: string[], env: NodeJS.ProcessEnv) => {
      const line = readCommandLine(args, env)
      return line === "help" ? line : line.locale
    }
    expect(localeOf([], { LANG: "th_TH.UTF-8" })).toBe("th")
    expect(localeOf([], { LANG: "C" })).toBe("en")
    expect(localeOf(["--language", "en"], { LANG: "th_TH.UTF-8" })).toBe("en")
    expect(localeOf(["--help"], {})).toBe("help")
    for (const flag of [
      "--create",
      "--listen",
      "--delivery",
      "--config",
      "--record",
    ]) {
      expect(HELP).toContain(flag)
    }
  })

  it.each([
    [["--listen", "x"]],
    [["--listen", "70000"]],
    [["--account-number", "12-34"]],
    [["--unknown"]],
    [["--language", "de"]],
  ])("refuses %j", (args) => {
    expect(() => readCommandLine(args, {})).toThrow(UsageError)
  })

  it("reads the settings of the environment", () => {
    expect(
      settingsOf({
        ONE2PAYS_BASE_URL: " https://api.example.com\n",
        ONE2PAYS_WEBHOOK_SECRET: "new, old",
        ONE2PAYS_AMOUNT_UNIT: "baht",
      })
    ).toEqual({
      baseUrl: "https://api.example.com",
      ...{ apiKey: "", secretKey: "" },
      webhookSecrets: ["new", "old"],
      amountUnit: "baht",
      balanceUnit: undefined,
    })
  })

  it("names a unit that is none, without its value", () => {
    expect(judgeUnits({ amountUnit: "baht", balanceUnit: undefined })).toEqual(
      []
    )
    expect(judgeUnits({ ONE2PAYS_AMOUNT_UNIT: "thb" })).toEqual([
      { key: "unit_unknown", values: { name: "ONE2PAYS_AMOUNT_UNIT" } },
    ])
  })
})
