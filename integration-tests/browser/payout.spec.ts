import { readFile } from "node:fs/promises"
import type { Page } from "playwright-core"
import { until } from "../setup/until"
import type { Login } from "./admin-api"
import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { lookUntil, moveUntil } from "./passing-time"
import { PATIENCE_MS } from "./patience"
import { askForPayout, cancelWaiting, payOut } from "./payouts"
import { photograph } from "./pictures"
import { addressOf, inviteColleague } from "./staff"

const { demo, gateway, logIn, logInAs } = openDemo()
let colleague: Login

/** The texts in the list of a payout that is paid, and of one that waits for its approval. */
let paid: string
let waiting: string
/** When that was asked for. */
let askedAt: Date

/** The gateway keeps all that it is sent. */
beforeAll(async () => {
  colleague = await inviteColleague(demo, "checker")
  await gateway.holdPayouts(true)
  const asked = await askForPayout(demo, "Somsak Jai", "50.00")
  await payOut(demo, asked.id, colleague)
  paid = asked.title
})

beforeEach(async () => {
  await cancelWaiting(demo)
  const asked = await askForPayout(demo, "Malee Rak", "300.00")
  waiting = asked.title
  askedAt = new Date(asked.created_at)
})

afterAll(async () => {
  await gateway.holdPayouts(false)
})

/** The requests for new payouts that a page has sent, whatever became of them. */
function requestsFrom(page: Page): string[] {
  const paths: string[] = []
  page.on("request", (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() === "POST" && /\/withdraws(\/bulk)?$/.test(pathname)) {
      paths.push(pathname)
    }
  })
  return paths
}

function deferred() {
  let resolve: () => void = () => undefined
  const done = new Promise<void>((settle) => (resolve = settle))
  return { done, resolve }
}

const state = (page: Page) => page.getByTestId("one2pays-state").first()

it("staff ask for a payout, cannot approve their own, and a colleague's approval has it paid", async () => {
  const maker = await logIn()
  const { page } = maker
  await page.getByRole("link", { name: "Payouts" }).first().click()
  await page.getByRole("button", { name: "New payout" }).click()
  await page.getByRole("button", { name: "Review" }).click()
  const problem = page.getByText("Enter an amount above 0")
  await problem.waitFor()
  const amount = page.locator("#amount[aria-invalid=true]:focus")
  expect(await amount.getAttribute("aria-describedby")).toContain(
    await problem.getAttribute("id")
  )
  await page.fill("#amount", "99999999")
  await page.getByText(/^More than the ฿/).waitFor()
  await page.fill("#amount", "฿๑,๒๙๐.๕๐")
  await page.click("#bank_code")
  await page.getByRole("option", { name: /004/ }).click()
  await page.fill("#account_name", "สมศรี ขยัน")
  // The form drops nothing that is no digit: the rest would pass for another number.
  await page.fill("#account_number", "123-4-56789-0 ext 12")
  await page.focus("#account_name")
  await page.getByText("Enter 10 to 15 digits.").waitFor()
  expect(await page.inputValue("#account_number")).toBe("1234567890ext12")
  await page.fill("#account_number", "129567890")
  await page.focus("#account_number")
  await page.keyboard.press("Home")
  for (let passed = 0; passed < 4; passed++) {
    await page.keyboard.press("ArrowRight")
  }
  // Over the first dash, and into the middle: the caret stays there.
  await page.keyboard.press("Backspace")
  await page.keyboard.type("3๔")
  expect(await page.inputValue("#account_number")).toBe("123-4-56789-0")
  await photograph(page, "payout-form")

  await page.keyboard.press("Escape")
  const unsaved = page.getByRole("alertdialog")
  await unsaved.getByText("Are you sure you want to leave this form?").waitFor()
  await photograph(page, "payout-unsaved")
  await unsaved.getByRole("button", { name: "Cancel" }).click()
  await page.goBack()
  await unsaved.getByText("Are you sure you want to leave this form?").waitFor()
  await unsaved.getByRole("button", { name: "Cancel" }).click()
  expect(await page.inputValue("#account_number")).toBe("123-4-56789-0")

  const requests = requestsFrom(page)
  const summary = page.getByTestId("one2pays-summary")
  await page.getByRole("button", { name: "Review" }).dblclick()
  await page.getByRole("button", { name: "Back" }).click()
  await page.focus("#account_name")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Enter")
  expect(await summary.textContent()).toContain("฿1,290.50")
  expect(await summary.textContent()).toContain("สมศรี ขยัน")
  await photograph(page, "payout-summary")
  expect(requests).toEqual([])
  await page.getByRole("button", { name: "Request this payout" }).dblclick()

  await page.getByText("สมศรี ขยัน · 004 ••7890").first().click()
  await page.waitForURL(/payouts\/o2pwd_/)
  expect(requests).toHaveLength(1)
  await page.getByText("somebody else must approve it").waitFor()
  expect(await page.getByRole("button", { name: "Approve" }).isDisabled()).toBe(
    true
  )
  await photograph(page, "payout-own")

  const checker = await logInAs(colleague, {
    language: "th",
    dark: true,
    at: addressOf(page),
  })
  await checker.page.getByRole("button", { name: "อนุมัติ", exact: true }).click()
  await checker.page
    .getByRole("alertdialog")
    .getByRole("button", { name: "อนุมัติ", exact: true })
    .click()
  await lookUntil(state(page).filter({ hasText: "At One2Pays" }))
  await page.getByRole("button", { name: "Check now" }).click()
  await page.getByText("Done.").first().waitFor()
  await gateway.payOut(page.url().split("/").pop() ?? "")
  await lookUntil(state(checker.page).filter({ hasText: "จ่ายแล้ว" }))
  await checker.page.getByText(/· นำไปส่งให้ One2Pays$/).waitFor()
  await photograph(checker.page, "payout-paid-th")
  expect(checker.problems).toEqual([])

  await lookUntil(page.getByText("Paid").first())
  expect(await state(page).textContent()).toContain("Paid")
  await page.getByRole("link", { name: "Payouts" }).first().click()
  await page.getByText("สมศรี ขยัน · 004 ••7890").first().waitFor()
  await photograph(page, "payouts")
  expect(maker.problems).toEqual([])
})

it("a file of payouts is looked over before it is sent, and the list comes back as a file", async () => {
  const { page, problems } = await logIn({
    at: "/one2pays/payouts",
  })
  // As on a page that is opened over plain http.
  await page.addInitScript("delete Crypto.prototype.randomUUID")
  await page.reload()
  await page.getByRole("button", { name: "Upload" }).click()
  const dialog = page.getByRole("dialog")
  const upload = (...lines: string[]) =>
    dialog.locator("input[type=file]").setInputFiles({
      name: "payouts.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        [
          "amount,bank_code,account_name,account_number,description",
          ...lines,
        ].join("\n")
      ),
    })
  await dialog.getByRole("button", { name: "Request payouts" }).waitFor()
  await page.route(/papaparse/, (route) => route.abort())
  // Core reloads the page, but not again within ten seconds; by this page's clock they do not end.
  await page.evaluate(
    "sessionStorage.setItem('medusa_preload_error_reloaded_at', Date.now() + 3_600_000)"
  )
  await upload("100.10,004,Anong Dee,9111111111")
  await dialog.getByText("A part of this page could not be loaded.").waitFor()
  await page.unroute(/papaparse/)
  await page.reload()
  await page.getByRole("button", { name: "Upload" }).click()
  await upload(
    "100.10,004,Anong Dee,9111111111,,1,000.00",
    "",
    `"200,20",14,Boonmee Suk,2.22222E+11,${"The shop's rent for May ".repeat(11)}`,
    "7,004,Chai Wong,9333333333",
    "7.00,004,Chai Wong,933-3-33333-3"
  )
  await dialog.getByText("Lines to mend: 2.").waitFor()
  expect(await dialog.locator("tbody tr").allTextContents()).toEqual([
    expect.stringMatching(
      /^4.*200,20Enter an amount.*A spreadsheet has rounded.*at most 255/
    ),
    expect.stringMatching(/^2There are more cells than columns/),
    expect.stringMatching(/^6Same account and amount as line 5/),
    expect.stringMatching(/^57004/),
  ])
  await photograph(page, "payouts-upload-wrong")
  await upload(
    "100.10,004,Anong Dee,9111111111",
    "200.20,14,Boonmee Suk,9222222222",
    "300,004,Chai Wong,123"
  )
  await dialog.getByText("Lines to mend: 1.").waitFor()
  expect(
    await dialog.getByTestId("one2pays-wrong-row").textContent()
  ).toContain("Enter 10 to 15 digits.")
  expect(
    await dialog.getByRole("button", { name: /^Request/ }).isDisabled()
  ).toBe(true)
  await photograph(page, "payouts-upload")
  const template = page.waitForEvent("download")
  await dialog.getByRole("button", { name: "Excel" }).click()
  const workbook = await template
  expect(workbook.suggestedFilename()).toBe("payouts-template.xlsx")
  await dialog.locator("input[type=file]").setInputFiles({
    name: workbook.suggestedFilename(),
    mimeType: "application/octet-stream",
    buffer: await readFile(await workbook.path()),
  })
  // Its example is nobody's account, so that nobody pays it by mistake.
  await dialog.getByTestId("one2pays-wrong-row").waitFor()
  expect(
    await dialog.getByRole("button", { name: /^Request/ }).isDisabled()
  ).toBe(true)
  await photograph(page, "payouts-upload-template")
  const { writeXlsx } = await import("hucre/xlsx")
  const heading = [
    "Amount (THB)",
    "Bank code",
    "Account name",
    "Account number",
  ]
  const rows = [heading, [1290.5, "004", "Somsri Khayan", "1234567890"]]
  await dialog.locator("input[type=file]").setInputFiles({
    name: "november.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(await writeXlsx({ sheets: [{ name: "1", rows }] })),
  })
  await dialog.getByText("1 payout, ฿1,290.50 in all").waitFor()
  const right = [
    "100.10,004,Anong Dee,9111111111",
    "200.20,14,Boonmee Suk,9222222222",
  ]
  await upload(...right)
  await dialog.getByText("2 payouts, ฿300.30 in all").waitFor()
  await page.keyboard.press("Escape")
  const unsaved = page.getByRole("alertdialog")
  await unsaved.getByRole("button", { name: "Cancel" }).click()

  const sent = deferred()
  const letGo = deferred()
  await page.route("**/withdraws/bulk", async (route) => {
    await route.fetch()
    sent.resolve()
    await letGo.done
    await route.abort()
  })
  const ask = dialog.getByRole("button", { name: "Request 2 payouts" })
  await ask.click()
  await sent.done
  expect(
    await dialog.getByRole("button", { name: "Choose a file" }).isDisabled()
  ).toBe(true)
  await page.keyboard.press("Escape")
  expect(await dialog.isVisible()).toBe(true)
  letGo.resolve()
  await dialog.getByText("The shop did not answer.").waitFor()
  await page.unroute("**/withdraws/bulk")
  // The answer was lost. The same file again is the same batch, as the list below shows.
  await page.keyboard.press("Escape")
  await unsaved.getByRole("button", { name: "Continue" }).click()
  await dialog.waitFor({ state: "detached" })
  await page.getByRole("button", { name: "Upload" }).click()
  await upload(...right)
  await ask.click()
  await dialog.waitFor({ state: "detached" })
  await page.getByText("Boonmee Suk · 014 ••2222").first().waitFor()

  await page.goto(
    `${demo.medusaUrl}/app/one2pays/payouts?state=requires_approval&order=amount`
  )
  const cells = page.locator("tbody tr td:last-child")
  await cells.filter({ hasText: "฿200.20" }).waitFor()
  expect(await cells.allTextContents()).toEqual([
    "฿100.10",
    "฿200.20",
    "฿300.00",
  ])
  await photograph(page, "payouts-filtered")
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("button", { name: "Export" })
      .click()
      .then(() => page.getByRole("menuitem", { name: "CSV" }).first().click()),
  ])
  const csv = await readFile(await download.path(), "utf8")
  expect(csv.trim().split("\r\n")).toHaveLength(4)
  expect(csv).toContain("Boonmee Suk")
  expect(csv).not.toContain("9222222222")

  await page.goto(`${demo.medusaUrl}/app/one2pays/payouts`)
  const paidRow = page.getByText(paid)
  const waitingRow = page.getByText(waiting)
  await waitingRow.waitFor()
  const addFilter = async (name: string) => {
    await page.locator("main [aria-haspopup=menu]").first().click()
    await page.getByRole("menuitem", { name }).click()
  }
  // Pressed too early it goes to nobody, and behind an open one nothing has a role.
  const closeFilter = () =>
    until(
      async () => {
        await page.keyboard.press("Escape")
        return page.getByRole("dialog").count()
      },
      (open) => open === 0,
      PATIENCE_MS,
      250
    )
  await addFilter("State")
  await page.getByRole("dialog").getByText("Paid", { exact: true }).click()
  await page.waitForURL(/\?state=paid$/)
  await waitingRow.waitFor({ state: "detached" })
  await paidRow.waitFor()
  await closeFilter()
  await photograph(page, "payouts-filter-bar")
  await addFilter("Requested")
  await page.getByRole("dialog").getByText("Today", { exact: true }).click()
  await page.waitForURL(/\?state=paid&from=\d{4}-\d{2}-\d{2}$/)
  // The address is ahead of the table, which takes a filter without a value away when its menu closes.
  await page.locator("main").getByText("Today", { exact: true }).waitFor()
  await closeFilter()
  await page
    .getByRole("button", { name: "Today" })
    .locator("xpath=following-sibling::button")
    .click()
  await page.waitForURL(/\?state=paid$/)
  await page
    .getByRole("button", { name: "Paid", exact: true })
    .locator("xpath=following-sibling::button")
    .click()
  await page.waitForURL(/payouts\??$/)
  await waitingRow.waitFor()

  // A day of one's own stays, and so does the filter, which then takes the other day. It is a day of Thailand.
  const label = new Intl.DateTimeFormat("en-US", {
    ...{ dateStyle: "full", timeZone: "Asia/Bangkok" },
  }).format(askedAt)
  await addFilter("Requested")
  const picker = page.getByRole("dialog").first()
  await picker.getByText("Custom", { exact: true }).click()
  for (const [nth, name] of ["from", "to"].entries()) {
    await picker.getByRole("group").nth(nth).getByRole("button").first().click()
    const day = page.getByRole("grid").getByRole("button", { name: label })
    await day.click()
    await page.waitForURL((url) => url.searchParams.has(name))
    await day.waitFor({ state: "detached" })
    expect(await picker.isVisible()).toBe(true)
  }
  await closeFilter()
  await page.waitForURL(/\?from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}$/)
  await waitingRow.waitFor()
  await page.getByRole("button", { name: "Clear all" }).click()
  await page.waitForURL(/payouts\??$/)

  const amount = page.getByRole("button", { name: "Amount" })
  for (const order of [/order=-?amount$/, /order=-?amount$/, /payouts\??$/]) {
    const before = page.url()
    await amount.click()
    await page.waitForURL((url) => url.href !== before && order.test(url.href))
  }
  await waitingRow.waitFor()
  // The browser writes down what was kept from it above.
  expect(problems).toEqual([
    expect.stringContaining("papaparse"),
    expect.stringContaining("/withdraws/bulk"),
  ])
})

describe("what was asked for before", () => {
  /** A payout to an account, and the same once more in the words of a form and of a file. */
  async function earlier() {
    const { id, title, account_number } = await askForPayout(
      demo,
      "Nida Suk",
      "45.00"
    )
    const { page, problems } = await logIn({ at: "/one2pays/payouts" })
    await page.getByText(title).waitFor()
    return { page, problems, id, account_number }
  }

  /** Says why it is meant. */
  async function confirm(page: Page, why: string): Promise<void> {
    await page.getByRole("button", { name: "Request it again" }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByLabel("Note").fill(why)
    await photograph(page, `payout-again-${why.replaceAll(" ", "-")}`)
    await dialog.getByRole("button", { name: "Request it again" }).click()
  }

  const isRefusal = (problem: string) => / 409 /.test(problem)

  it("is asked for again in the form with a reason, which the approver reads", async () => {
    const { page, problems, id, account_number } = await earlier()
    await page.getByRole("button", { name: "New payout" }).click()
    await page.fill("#amount", "45")
    await page.click("#bank_code")
    await page.getByRole("option", { name: /004/ }).click()
    await page.fill("#account_name", "Nida Suk, two")
    await page.fill("#account_number", account_number)
    await page.getByRole("button", { name: "Review" }).click()
    await page.getByRole("button", { name: "Request this payout" }).click()
    const conflict = page.getByTestId("one2pays-conflict")
    await conflict.getByText(id).waitFor()
    await photograph(page, "payout-conflict")
    await confirm(page, "second invoice")
    const last4 = account_number.slice(-4)
    await page.getByText(`Nida Suk, two · 004 ••${last4}`).click()
    await page.waitForURL(/payouts\/o2pwd_/)
    const warning = page.getByTestId("one2pays-duplicate")
    await warning.getByText("second invoice").waitFor()
    await warning.getByRole("link", { name: id }).waitFor()
    await photograph(page, "payout-duplicate")
    expect(problems.filter((problem) => !isRefusal(problem))).toEqual([])
  })

  it("is named with its line where a file is uploaded, also a line that stands in it twice", async () => {
    const { page, problems, id, account_number } = await earlier()
    await page.getByRole("button", { name: "Upload" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.locator("input[type=file]").setInputFiles({
      name: "payouts.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        [
          "amount,bank_code,account_name,account_number",
          "12.00,004,Anong Dee,1111111112",
          `45.00,004,Nida Suk,${account_number}`,
          "12,004,Anong Dee,1111111112",
        ].join("\n")
      ),
    })
    await dialog.getByRole("button", { name: "Request 3 payouts" }).click()
    const alert = dialog.getByText(/Line 3: THB 45.00/)
    await alert.getByText(id).waitFor()
    expect(await alert.innerText()).toMatch(
      /Line 4: THB 12.00 to the account ••1112 stands in an earlier row already/
    )
    await photograph(page, "payouts-upload-conflict")
    await confirm(page, "as agreed")
    await dialog.waitFor({ state: "detached" })
    await page.getByText("Anong Dee · 004 ••1112").nth(1).waitFor()
    await photograph(page, "payouts-duplicates")
    expect(problems.filter((problem) => !isRefusal(problem))).toEqual([])
  })
})

it("staff who may not see payouts are told so, and what cannot be loaded can be tried again", async () => {
  const { page } = await logIn({
    at: "/orders",
  })
  let status = 200
  const asked: string[] = []
  page.on("request", (request) => {
    if (request.url().includes("/admin/one2pays/withdraws?")) {
      asked.push(request.url())
    }
  })
  /** However much time goes by. */
  const expectNoQuestions = async () => {
    asked.length = 0
    await page.clock.runFor(20_000)
    // Requests are told in their order: what was asked meanwhile would come first.
    await page.evaluate(`fetch("/admin/one2pays/withdraws?last")`)
    expect(asked).toEqual([expect.stringMatching(/\?last$/)])
  }
  await page.route("**/admin/one2pays/withdraws?**", (route) => {
    return status
      ? route.fulfill({ status, json: { withdraws: [], count: 0 } })
      : route.continue()
  })
  await page.goto(`${demo.medusaUrl}/app/one2pays/payouts`)
  await page.getByText("No payouts yet").waitFor()
  await photograph(page, "payouts-empty")
  status = 403
  await page.goto(`${demo.medusaUrl}/app/one2pays/payouts`)
  await page.getByText("You are not allowed to see this.").waitFor()
  for (const name of ["New payout", "Upload", "Export"]) {
    expect(await page.getByRole("button", { name }).count()).toBe(0)
  }
  await expectNoQuestions()

  status = 500
  await page.reload()
  await lookUntil(page.getByText("This could not be loaded."))
  await photograph(page, "payouts-failed")
  const tryAgain = page.getByRole("button", { name: "Try again" })
  const button = await tryAgain.elementHandle()
  let failures = 0
  page.on("response", (answer) => {
    if (answer.status() === 500) failures++
  })
  await tryAgain.press("Enter")
  await moveUntil(page, () => failures >= 2)
  await page.locator("button:focus").filter({ hasText: "Try again" }).waitFor()
  // The very same one: it was there all the while.
  expect(await button.isVisible()).toBe(true)
  status = 0
  await tryAgain.press("Enter")
  const row = page.getByText(waiting)
  await row.waitFor()

  status = 500
  const notice = page.getByText("This could not be refreshed")
  await lookUntil(notice)
  expect(await row.isVisible()).toBe(true)
  await photograph(page, "payouts-stale")
  status = 0
  await lookUntil(notice, { state: "detached" })

  // A refused search shows the refusal, and not what was found before it.
  status = 400
  await page.getByRole("searchbox").fill("odd")
  await page.getByText("This cannot be searched for.").waitFor()
  await expectNoQuestions()
  expect(await row.count()).toBe(0)
  status = 0

  // Such a page was there before a colleague approved what stood on it.
  await page.goto(
    `${demo.medusaUrl}/app/one2pays/payouts?state=requires_approval&page=7`
  )
  await page.waitForURL(/payouts\?state=requires_approval$/)
  await page.getByText(waiting).waitFor()

  await page.goto(`${demo.medusaUrl}/app/one2pays/payouts?state=x`)
  await page.getByText("This cannot be searched for.").waitFor()
  await page.getByRole("button", { name: "Clear all" }).click()
  await page.getByText(waiting).waitFor()
  await page.goto(`${demo.medusaUrl}/app/one2pays/payouts/o2pwd_none`)
  await page.getByText("There is nothing at this address.").waitFor()
  expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0)
})

it("the payouts fit a phone, and the keyboard reaches them", async () => {
  const { page, problems } = await logInAs(colleague, {
    language: "th",
    viewport: { width: 390, height: 844 },
    at: "/one2pays/payouts",
  })
  await page.getByText(waiting).waitFor()
  await photograph(page, "payouts-th-phone")
  expect(await sticksOut(page)).toBe(0)
  const open = page.getByRole("button", { name: "สร้างรายการจ่ายเงินออก" })
  await open.focus()
  await page.keyboard.press("Enter")
  await page.locator("#amount:focus").waitFor()
  await photograph(page, "payout-form-th-phone")
  await page.keyboard.press("Escape")
  await page.locator("#amount").waitFor({ state: "detached" })
  await page
    .locator("button:focus")
    .filter({ hasText: "สร้างรายการจ่ายเงินออก" })
    .waitFor()
  expect(problems).toEqual([])
})

it("a refusal is read in the dashboard's language, whichever one the browser speaks", async () => {
  const { page, problems } = await logInAs(colleague, {
    language: "th",
    at: "/one2pays/payouts",
  })
  await page.getByRole("button", { name: "สร้างรายการจ่ายเงินออก" }).click()
  await page.fill("#amount", "99999999")
  await page.click("#bank_code")
  await page.getByRole("option", { name: /004/ }).click()
  await page.fill("#account_name", "สมศรี ขยัน")
  await page.fill("#account_number", "1234567890")
  await page.getByRole("button", { name: "ตรวจสอบ", exact: true }).click()
  await page.getByRole("button", { name: "ขอจ่ายเงินออก", exact: true }).click()
  await page.getByText(/^จำนวนเงิน 99999999.00 บาท เกิน/).waitFor()
  await photograph(page, "payout-refused-th")
  // The browser writes down that the request was refused.
  expect(problems).toEqual([expect.stringContaining("400")])
})

it("the dashboard of a country with a code of core's own shows orders and payouts", async () => {
  for (const language of ["ptBR", "zhTW"] as const) {
    const { page, problems } = await logInAs(colleague, {
      language,
      at: "/orders",
    })
    await page.getByTestId("one2pays-wallet").getByText(/฿/).waitFor()
    await page.goto(`${demo.medusaUrl}/app/one2pays/payouts`)
    await page.getByText(waiting).waitFor()
    expect(problems).toEqual([])
  }
})

it("a colleague's no is kept, with who said it and why; what is canceled never leaves", async () => {
  const other = await askForPayout(demo, "Niran Sook", "100.10")
  const { page, problems } = await logInAs(colleague, {
    at: "/one2pays/payouts",
  })
  const open = (title: string) =>
    page.getByRole("link", { name: title }).press("Enter")
  await open(waiting)
  await page.getByRole("button", { name: "Reject" }).click()
  const dialog = page.getByRole("alertdialog")
  await dialog
    .getByLabel("Note (optional)")
    .fill(`Not our supplier: ${"x".repeat(120)}`)
  await dialog.getByRole("button", { name: "Reject" }).click()
  await state(page).filter({ hasText: "Rejected" }).waitFor()
  await page.getByText(/by Colleague · Not our supplier/).waitFor()
  await photograph(page, "payout-rejected")
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sticksOut(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })

  await page.getByRole("link", { name: "Payouts" }).first().click()
  await open(other.title)
  await page.getByRole("button", { name: "Cancel payout" }).click()
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: "Cancel payout" })
    .click()
  await state(page).filter({ hasText: "Canceled" }).waitFor()
  expect(problems).toEqual([])
})
