import pg from "pg"
import type { Page } from "playwright-core"
import { createOne2PaysClient } from "../../src/gateway"
import { DESKTOP } from "./customer"
import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { photograph } from "./pictures"
import type { Look } from "./staff"

const PHONE = { width: 390, height: 844 }

const { demo, gateway, arrive, logIn } = openDemo()

/** The last month in Thailand, of which all days are over. */
function lastMonth(): string {
  const [year = 0, month = 1] = new Date(Date.now() + 7 * 60 * 60_000)
    .toISOString()
    .split("-")
    .map(Number)
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7)
}

/** Money came today; and on a day of the last month the balance grew by what nobody can explain. */
beforeAll(async () => {
  const customer = await arrive(DESKTOP)
  await gateway.payFor(await customer.buy("silk-scarf"))
  await customer.waitForStatus("paid")
  await customer.leave()
  const database = new pg.Client({ connectionString: demo.databaseUrl })
  await database.connect()
  await database.query(
    `insert into one2pays_wallet_snapshot (day, wallet, settlement, taken_at)
     select $1 || '-' || day, wallet, '0.00', ($1 || '-' || day || ' 00:00:20+07')::timestamptz
       from (values ('10', '1000.00'), ('11', '1012.34')) as known (day, wallet)
     on conflict do nothing`,
    [lastMonth()]
  )
  await database.end()
})

async function openStatement(look: Look, month = "") {
  const { page, problems } = await logIn({
    ...look,
    at: `/one2pays/statement${month && `?month=${month}`}`,
  })
  await page.getByTestId("one2pays-statement-totals").waitFor()
  return { page, problems }
}

const headings = (page: Page) => page.getByRole("heading", { level: 1 })

describe.each([
  {
    name: "statement-en",
    look: { language: "en", viewport: { width: 1440, height: 900 } },
    title: "Statement",
    unknown: "unknown",
  },
  {
    name: "statement-th-dark",
    look: {
      language: "th",
      dark: true,
      viewport: { width: 1440, height: 900 },
    },
    title: "รายการเดินบัญชี",
    unknown: "ไม่ทราบ",
  },
  {
    name: "statement-phone-en",
    look: { language: "en", viewport: PHONE },
    title: "Statement",
    unknown: "unknown",
  },
  {
    name: "statement-phone-th",
    look: { language: "th", viewport: PHONE },
    title: "รายการเดินบัญชี",
    unknown: "ไม่ทราบ",
  },
] as const)("the statement ($name)", ({ name, look, title, unknown }) => {
  it("shows a month by day, marks what nothing explains, and fits", async () => {
    const { page, problems } = await openStatement(look)
    await headings(page).waitFor()
    expect(await headings(page).allInnerTexts()).toEqual([title])
    const today = page.getByTestId(/^one2pays-statement-\d/).last()
    // Other customers of the demo may have paid today, too.
    const [, , received = ""] = (await today.innerText()).split("\t")
    expect(received).toMatch(/^฿[\d,]+\.\d\d$/)
    expect(Number(received.replace(/[฿,]/g, ""))).toBeGreaterThanOrEqual(1290.5)
    // Today is not over.
    expect(await today.innerText()).toContain(unknown)
    expect(await sticksOut(page)).toBe(0)
    await photograph(page, name)

    await page.goto(
      `${demo.medusaUrl}/app/one2pays/statement?month=${lastMonth()}`
    )
    const day = page.getByTestId(`one2pays-statement-${lastMonth()}-10`)
    await day.waitFor()
    expect(await day.innerText()).toContain("฿1,000.00")
    expect(await day.innerText()).toContain("฿1,012.34")
    const mark = day.getByTestId("one2pays-unexplained")
    expect(await mark.innerText()).toBe("฿12.34")
    expect(await sticksOut(page)).toBe(0)
    await photograph(page, `${name}-unexplained`)
    expect(problems).toEqual([])
    await page.context().close()
  })
})

it("compares with One2Pays, and names what only One2Pays has", async () => {
  const url = new URL(demo.gatewayControlUrl)
  const client = createOne2PaysClient({
    baseUrl: url.origin,
    apiKey: "pk_test_sandbox",
    secretKey: "sk_test_sandbox",
  })
  await client.payments.create({
    amount: "77.25",
    referenceId: "not-of-this-shop",
    paymentMethod: "promptpay",
    customerBankAccountName: "Somchai",
    customerBankAccountNumber: "1234567890",
    customerBankCode: "004",
  })
  client.close()
  const { page, problems } = await openStatement({})
  await page.getByRole("button", { name: "Compare", exact: true }).click()
  const row = page.getByRole("row").filter({ hasText: "not-of-this-shop" })
  expect(await row.innerText()).toContain("not in the shop")
  expect(await row.innerText()).toContain("฿77.25")
  await photograph(page, "statement-compared")
  expect(problems).toEqual([])
  await page.context().close()
})

it("is a file for a spreadsheet, and one page of paper", async () => {
  const { page } = await openStatement({}, lastMonth())
  const saved = page.waitForEvent("download")
  await page.getByRole("button", { name: "Export" }).click()
  await page.getByRole("menuitem", { name: "Excel, Buddhist years" }).click()
  const month = lastMonth()
  expect((await saved).suggestedFilename()).toMatch(
    new RegExp(`^statement-${month}-01-${month}-\\d\\d\\.xlsx$`)
  )
  const paper = await page.pdf({ preferCSSPageSize: true })
  // Each page of a PDF is an object of this type.
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.context().close()
})
