import axios from "axios"
import type { Page } from "playwright-core"
import { until } from "../setup/until"
import { adminApi, type Login } from "./admin-api"
import { DESKTOP } from "./customer"
import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { letRefundsLeave, lookUntil, moveUntil } from "./passing-time"
import { PATIENCE_MS } from "./patience"
import { photograph } from "./pictures"
import { addressOf, inviteColleague } from "./staff"

const { demo, gateway, arrive, logIn, logInAs } = openDemo()
let colleague: Login

beforeAll(async () => {
  colleague = await inviteColleague(demo, "treasurer")
})

async function placeOrder(): Promise<string> {
  const customer = await arrive(DESKTOP)
  const orderId = await customer.buy("silk-scarf")
  await customer.see("qr").waitFor()
  await customer.leave()
  return orderId
}

const issueOf = (page: Page, orderId: string) =>
  page
    .getByTestId("one2pays-issue")
    .filter({ has: page.locator(`a[href$="/orders/${orderId}"]`) })

/** Chooses from the menu of the order's first payment. */
async function act(page: Page, what: string): Promise<void> {
  const widget = page.getByTestId("one2pays-order")
  await widget.getByRole("button", { name: "Actions" }).first().click()
  await page.getByRole("menuitem", { name: what }).click()
}

/** Approves a payout on its page, as a colleague of the one who asked for it, and sees it paid there. */
async function approve(page: Page): Promise<void> {
  await page.getByRole("button", { name: "อนุมัติ", exact: true }).click()
  const dialog = page.getByRole("alertdialog")
  await dialog.getByRole("button", { name: "ยกเลิก", exact: true }).waitFor()
  await dialog.getByRole("button", { name: "อนุมัติ", exact: true }).click()
  await letRefundsLeave(demo)
  const paid = page
    .getByTestId("one2pays-state")
    .filter({ hasText: "จ่ายแล้ว" })
    .first()
  await lookUntil(paid)
}

/** The page does what it put off for more typing as soon as the address is another page's. */
const END_TYPING_ON_LEAVING = `{
  const { setTimeout, clearTimeout } = window
  let timer, run
  window.typing = "not begun"
  window.setTimeout = (call, ms, ...rest) => {
    const id = setTimeout(call, ms, ...rest)
    if (ms === 300 && window.typing === "not begun") {
      timer = id
      run = call
      window.typing = "going on"
    }
    return id
  }
  window.clearTimeout = (id) => {
    if (id !== undefined && id === timer) {
      timer = undefined
      window.typing = "forgotten"
    }
    clearTimeout(id)
  }
  const push = history.pushState
  history.pushState = function (...entry) {
    push.apply(this, entry)
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    window.typing = "over"
    run()
  }
}`

it("money of a wrong amount is shown, paid back at a click, and approved by a colleague", async () => {
  const orderId = await placeOrder()
  const { page, problems } = await logIn({
    at: `/orders/${orderId}`,
  })
  const widget = page.getByTestId("one2pays-order")
  await widget.getByText("Waits for the customer").waitFor()
  await widget.scrollIntoViewIfNeeded()
  await photograph(page, "order-waiting")
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], {
    origin: demo.medusaUrl,
  })
  await act(page, "Copy payment link")
  await page.getByText("Copied").first().waitFor()
  expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(
    /^https?:\/\//
  )
  await act(page, "Check now")
  await page.getByText("Done.").first().waitFor()

  await gateway.payFor(orderId, "25.00")
  await lookUntil(widget.getByText("Needs attention"))
  await photograph(page, "order-review")
  await widget.getByRole("link", { name: "What to do" }).click()

  const issue = issueOf(page, orderId)
  await issue.getByText("Received ฿25.00, expected ฿1,290.50.").waitFor()
  await photograph(page, "issues")
  await issue.getByRole("button", { name: "Pay back" }).click()
  const payBack = page.getByRole("alertdialog")
  await payBack.getByText(/^฿25\.00 goes back to /).waitFor()
  await payBack.getByRole("button", { name: "Pay back" }).click()
  // Nobody closes it or pays it back once more meanwhile.
  await issue.getByTestId("one2pays-paying-back").waitFor()
  expect(await issue.getByRole("button").count()).toBe(0)
  await issue.getByRole("link", { name: "Pay-back" }).waitFor()
  await photograph(page, "issues-paying-back")

  await page.goto(`${demo.medusaUrl}/app/orders/${orderId}`)
  const wentBack = widget.getByTestId("one2pays-went-back")
  expect(await wentBack.textContent()).toContain("฿25.00")
  expect(await wentBack.textContent()).toContain("Pending approval")
  await wentBack.click()
  await page.getByText("somebody else must approve it").waitFor()

  const other = await logInAs(colleague, {
    language: "th",
    dark: true,
    at: addressOf(page),
  })
  await approve(other.page)
  const state = page.getByTestId("one2pays-state")
  await lookUntil(state.filter({ hasText: "Paid" }).first())

  await page.goto(
    `${demo.medusaUrl}/app/one2pays/payments?show=resolved&q=${orderId}&page=3`
  )
  await page.getByRole("tabpanel", { name: "Closed" }).waitFor()
  await issue.getByText(/Paid back by o2pwd_/).waitFor()
  await photograph(page, "issues-closed")

  // A click takes the typed text along, and no further than the page.
  const search = page.getByRole("searchbox")
  await search.fill("nothing like it")
  await page.getByRole("tab", { name: "Needs attention" }).click()
  await page.waitForURL(/\?q=nothing\+like\+it&show=open$/)
  await page.getByText("No issue fits the search.").waitFor()
  // Where the next page is slow to come, the typing counts as over while this one is still there.
  await page.evaluate(END_TYPING_ON_LEAVING)
  await search.fill("too late")
  await page.getByRole("link", { name: "Payouts" }).first().click()
  await page.getByRole("button", { name: "New payout" }).waitFor()
  expect(await page.evaluate("typing")).toMatch(/^(over|forgotten)$/)
  // Its answer would be there by now.
  await page.clock.runFor(1000)
  expect(page.url()).toMatch(/payouts$/)
  expect(problems).toEqual([])
  expect(other.problems).toEqual([])
})

it("staff cancel a payment that waits, and the customer is told", async () => {
  const customer = await arrive(DESKTOP)
  const orderId = await customer.buy("silk-scarf")
  await customer.see("qr").waitFor()
  const { page, problems } = await logIn({
    at: `/orders/${orderId}`,
  })
  await act(page, "Cancel payment")
  const dialog = page.getByRole("alertdialog")
  await dialog.getByText("pay these ฿1,290.50 any more").waitFor()
  await dialog.getByRole("button", { name: "Go back" }).waitFor()
  await dialog.getByRole("button", { name: "Cancel payment" }).click()
  const paymentState = page.getByTestId("one2pays-payment-state")
  await lookUntil(paymentState.filter({ hasText: "Canceled" }))
  const actions = page
    .getByTestId("one2pays-order")
    .getByRole("button", { name: "Actions" })
  await actions.click()
  await page.getByRole("menuitem", { name: "Check now" }).waitFor()
  expect(
    await page.getByRole("menuitem", { name: "Cancel payment" }).count()
  ).toBe(0)
  await customer.waitForStatus("canceled")
  await customer.leave()
  expect(problems).toEqual([])
})

it("an issue is closed with a note, in Thai, on a small screen", async () => {
  const orderId = await placeOrder()
  await gateway.payFor(orderId, "2000.00")
  const { page, problems } = await logInAs(colleague, {
    language: "th",
    dark: true,
    viewport: { width: 390, height: 844 },
    at: `/one2pays/payments?show=open&q=${orderId}`,
  })
  const issue = issueOf(page, orderId)
  await lookUntil(issue)
  await photograph(page, "issues-th-phone")
  await issue.getByRole("button", { name: "ปิดรายการ" }).click()
  const dialog = page.getByRole("alertdialog")
  await dialog.getByRole("button", { name: "ปิดรายการ" }).click()
  const problem = dialog.getByText("กรุณาระบุสั้น ๆ")
  await problem.waitFor()
  const wrong = dialog.locator("textarea[aria-invalid=true]:focus")
  expect(await wrong.getAttribute("aria-describedby")).toBe(
    await problem.getAttribute("id")
  )
  const note = `โอนคืนส่วนต่างแล้ว ${"x".repeat(120)}`
  await dialog.getByLabel("บันทึก").fill(note)
  // A look that fails behind the dialog, twice since it is tried again, takes neither it nor the note away.
  const list = "**/admin/one2pays/issues?**"
  let failures = 0
  await page.route(list, (route) => {
    failures++
    return route.fulfill({ status: 500, json: {} })
  })
  await moveUntil(page, () => failures >= 2)
  await page.unroute(list)
  expect(await dialog.getByLabel("บันทึก").inputValue()).toBe(note)
  await photograph(page, "issue-close-th-phone")
  await dialog.getByRole("button", { name: "ปิดรายการ" }).click()
  await issue.waitFor({ state: "detached" })
  await page.getByRole("tab", { name: "ปิดแล้ว" }).click()
  await issue.getByText("โอนคืนส่วนต่างแล้ว").waitFor()
  expect(await sticksOut(page)).toBe(0)
  await issue.getByText(/ปิดโดย Colleague/).waitFor()
  expect(
    problems.filter((problem) => !/ 500 .*\/one2pays\/issues\?/.test(problem))
  ).toEqual([])
})

it("a refund asked for at the order shows where it is, and reaches the customer after a colleague's approval", async () => {
  const orderId = await placeOrder()
  await gateway.payFor(orderId)
  const { page, problems } = await logIn({
    at: `/orders/${orderId}`,
  })
  const widget = page.getByTestId("one2pays-order")
  const paymentState = widget.getByTestId("one2pays-payment-state")
  await lookUntil(paymentState.filter({ hasText: "Paid" }))

  await page.goto(`${demo.medusaUrl}/app/orders/${orderId}/refund`)
  await page.getByRole("combobox").first().click()
  await page.getByRole("option").click()
  await page.locator("input[name=amount]").fill("1290.50")
  await page.getByRole("button", { name: "Save" }).click()
  const wentBack = widget.getByTestId("one2pays-went-back")
  await lookUntil(wentBack)
  expect(await wentBack.textContent()).toContain("Refund ฿")
  await photograph(page, "order-refund")
  await wentBack.click()
  await page.waitForURL(/payouts\/o2pwd_/)
  await page.getByText("somebody else must approve it").waitFor()
  const ownApproval = page.getByRole("button", { name: "Approve", exact: true })
  expect(await ownApproval.isDisabled()).toBe(true)

  const other = await logInAs(colleague, {
    language: "th",
    at: addressOf(page),
  })
  await approve(other.page)
  await photograph(other.page, "refund-paid-th")
  // Core's drawer has no title until it has loaded its order.
  expect(
    problems.filter((problem) => !problem.includes("requires a `DialogTitle`"))
  ).toEqual([])
})

it.each([
  ["en", "Payer changed", "The first payer was สมชาย ใจดี"],
  ["th", "เปลี่ยนผู้ชำระเงิน", "ผู้ชำระเงินเดิมคือ สมชาย ใจดี"],
] as const)(
  "a refund to a payer who was changed after the order warns its approver everywhere, in %s",
  async (language, title, text) => {
    const orderId = await placeOrder()
    await gateway.expirePaymentOf(orderId)
    await axios.post(
      `${demo.medusaUrl}/store/one2pays/orders/${orderId}/payments`,
      {
        payer: {
          account_name: "Somebody Else",
          account_number: "9988775443",
          bank_code: "014",
        },
      },
      { headers: { "x-publishable-api-key": demo.publishableKey } }
    )
    await gateway.payFor(`${orderId}.2`)
    const api = await adminApi(demo)
    const paymentOf = async () => {
      const { data } = await api.get<{
        order: { payment_collections: { payments: { id: string }[] }[] }
      }>(`/admin/orders/${orderId}?fields=*payment_collections.payments`)
      return data.order.payment_collections[0]?.payments[0]?.id
    }
    const paymentId = await until(paymentOf, Boolean, PATIENCE_MS, 100)
    await api.post(`/admin/payments/${String(paymentId)}/refund`, { amount: 1 })

    const { page, problems } = await logInAs(colleague, {
      language,
      at: `/one2pays/payouts?q=${orderId}`,
    })
    const warning = page.getByTestId("one2pays-payer-changed")
    await warning.waitFor()
    expect(await warning.innerText()).toBe(title)
    expect(await sticksOut(page)).toBeLessThanOrEqual(0)
    await photograph(page, `payer-changed-list-${language}`)

    await page.getByRole("link", { name: /Somebody Else · 014/ }).click()
    await warning.getByText(text).waitFor()
    expect(await sticksOut(page)).toBeLessThanOrEqual(0)
    await photograph(page, `payer-changed-payout-${language}`)

    await page.locator(`a[href$="/orders/${orderId}"]`).click()
    const widget = page.getByTestId("one2pays-order")
    await widget.getByText(text).waitFor()
    await widget
      .getByTestId("one2pays-went-back")
      .getByText(title, { exact: true })
      .waitFor()
    expect(
      await widget.getByTestId("one2pays-attempt").getByText(text).count()
    ).toBe(1)
    await widget.scrollIntoViewIfNeeded()
    await photograph(page, `payer-changed-order-${language}`)
    expect(problems).toEqual([])
  }
)
