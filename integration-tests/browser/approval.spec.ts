import { randomInt, randomUUID } from "node:crypto"
import type { Page } from "playwright-core"
import { adminApi, type Login } from "./admin-api"
import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { cancelWaiting } from "./payouts"
import { photograph } from "./pictures"
import { inviteColleague, type Look } from "./staff"

const { demo, gateway, logInAs } = openDemo()
const PATH = "/admin/one2pays/withdraws"
let colleague: Login

/** The gateway keeps all that it is sent. */
beforeAll(async () => {
  colleague = await inviteColleague(demo, "checker")
  await gateway.holdPayouts(true)
})

beforeEach(() => cancelWaiting(demo))

afterAll(async () => {
  await cancelWaiting(demo)
  await gateway.holdPayouts(false)
})

interface Uploaded {
  id: string
  batch_id: string
  account_number: string
}

/** Payouts that the administrator uploads, each to an account of its own, in the order of the file. */
async function upload(
  count: number,
  amount: (row: number) => string
): Promise<Uploaded[]> {
  const api = await adminApi(demo)
  const rows = Array.from({ length: count }, (_, row) => ({
    amount: amount(row),
    bank_code: "004",
    account_name: `Payee ${String(row + 1).padStart(2, "0")}`,
    account_number: String(randomInt(1e9, 1e10)),
    description: `Invoice ${row + 1}`,
  }))
  const { data } = await api.post<{
    withdraws: Omit<Uploaded, "account_number">[]
  }>(`${PATH}/bulk`, { rows, idempotency_key: randomUUID() })
  return data.withdraws.map((withdraw, row) => ({
    ...withdraw,
    account_number: rows[row]!.account_number,
  }))
}

/** The colleague at the payouts, and how often they have clicked. */
async function checker(look: Look = {}) {
  const { page, problems } = await logInAs(colleague, {
    at: "/one2pays/payouts",
    ...look,
  })
  await page.evaluate(
    "window.clicks = 0; window.addEventListener('click', ({ isTrusted }) => isTrusted && clicks++, true)"
  )
  return { page, problems, clicks: () => page.evaluate<number>("clicks") }
}

const badge = (page: Page) => page.getByTestId("one2pays-to-approve")

it("fifty payouts are approved in four clicks", async () => {
  await upload(50, () => "12.34")
  const { page, problems, clicks } = await checker({
    viewport: { width: 1440, height: 900 },
  })
  await badge(page).filter({ hasText: "To approve (50 · ฿617.00)" }).click()
  await page.waitForURL(/approvable=true/)
  await page.locator("tbody tr").nth(49).waitFor()
  await page.getByLabel("Select all that you may approve").click()
  await page.getByText("50 · ฿617.00", { exact: true }).waitFor()
  await photograph(page, "approval-selected")
  await page.getByRole("button", { name: "Approve A" }).click()
  const question = page.getByRole("alertdialog")
  await question.getByText("50 payouts of ฿617.00 in all will leave.").waitFor()
  await photograph(page, "approval-question")
  await question.getByRole("button", { name: "Approve" }).click()
  await page.getByText("50 payouts were approved.").first().waitFor()
  expect(await clicks()).toBe(4)
  await page.getByText("Nothing to approve").waitFor()
  await badge(page).filter({ hasText: "To approve (0 · ฿0.00)" }).waitFor()
  expect(problems).toEqual([])
})

it("what a colleague has decided meanwhile is named, and the rest is done; by the keyboard, too", async () => {
  const [first] = await upload(3, (row) => `${20 + row}.50`)
  const { page, problems } = await checker({
    at: "/one2pays/payouts?approvable=true",
    viewport: { width: 1024, height: 768 },
  })
  const box = page.getByLabel(/^Select Payee/)
  await box.nth(2).waitFor()
  for (const nth of [0, 1, 2]) {
    await box.nth(nth).focus()
    await page.keyboard.press("Space")
  }
  await page.getByText("3 · ฿64.50", { exact: true }).waitFor()
  expect(await sticksOut(page)).toBe(0)
  const api = await adminApi(demo)
  await api.post(`${PATH}/${first!.id}/reject`, {})
  await page.keyboard.press("r")
  const question = page.getByRole("alertdialog")
  // The keys of the commands are letters in a note.
  await question.getByLabel("Note (optional)").press("a")
  await question.getByLabel("Note (optional)").fill("Wrong month")
  await question.getByRole("button", { name: "Reject" }).click()
  const refused = page.getByTestId("one2pays-refused")
  await refused.getByText("Nothing was done about 1 payout:").waitFor()
  await refused.getByRole("link", { name: /Payee 01/ }).waitFor()
  await page.getByText("2 payouts were rejected.").first().waitFor()
  await photograph(page, "approval-refused")
  // Nobody's words stand in the next decision.
  await upload(1, () => "30.00")
  await page.reload()
  await box.first().click()
  for (const words of ["Twice", ""]) {
    await page.keyboard.press("r")
    const note = question.getByLabel("Note (optional)")
    expect(await note.inputValue()).toBe("")
    await note.fill(words)
    await page.keyboard.press("Escape")
    await question.waitFor({ state: "detached" })
  }
  expect(problems).toEqual([])
})

it("staff may select nothing of their own", async () => {
  await upload(1, () => "30.00")
  const { page } = await logInAs(demo.administrator, {
    at: "/one2pays/payouts?state=requires_approval",
  })
  const box = page.getByLabel(/^Select Payee/)
  await box.waitFor()
  expect(await box.isDisabled()).toBe(true)
  expect(await badge(page).count()).toBe(0)
})

it("a checker sees the number, the file and what waits beside it, on a phone and in the dark", async () => {
  const uploaded = await upload(3, (row) => `${40 + row}.00`)
  const [first, second, third] = uploaded
  const { page, problems } = await checker({
    at: `/one2pays/payouts/${second!.id}`,
    viewport: { width: 1440, height: 900 },
  })
  const number = page.getByTestId("one2pays-account-number")
  await number
    .filter({ hasText: `••••${second!.account_number.slice(-4)}` })
    .waitFor()
  await page.getByTestId("one2pays-new-account").waitFor()
  await page.getByText("Invoice 2").waitFor()
  await photograph(page, "approval-detail")
  await page.getByRole("button", { name: "Show number" }).click()
  const plain = second!.account_number.replace(
    /^(\d{3})(\d)(\d{5})(\d)$/,
    "$1-$2-$3-$4"
  )
  await number.filter({ hasText: plain }).waitFor()
  expect(await page.evaluate("document.activeElement.dataset.testid")).toBe(
    "one2pays-account-number"
  )
  await page.getByText(/by Colleague · account number shown/).waitFor()
  await photograph(page, "approval-number")

  const queue = page.getByTestId("one2pays-queue")
  await queue.getByRole("link", { name: "Next" }).click()
  await page.waitForURL(new RegExp(third!.id))
  // The number of one payout is not there at another.
  await number
    .filter({ hasText: `••••${third!.account_number.slice(-4)}` })
    .waitFor()
  const batch = page.getByTestId("one2pays-batch")
  await batch.getByText("Upload, 3 of 3").waitFor()
  expect(await batch.getByRole("button", { name: "Next" }).isDisabled()).toBe(
    true
  )
  await batch.getByRole("link", { name: "Previous" }).click()
  await page.waitForURL(new RegExp(second!.id))
  await batch.getByRole("link", { name: "Previous" }).click()
  await page.waitForURL(new RegExp(first!.id))
  await page.getByRole("button", { name: "Approve" }).click()
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: "Approve" })
    .click()
  await page
    .getByTestId("one2pays-state")
    .filter({ hasText: "At One2Pays" })
    .waitFor()
  await batch.getByRole("link", { name: "Upload, 1 of 3" }).click()
  await page.waitForURL(/batch_id=o2pb_/)
  await batch.getByText("Upload of 3 payouts, ฿123.00 in all").waitFor()
  await batch.getByText("2 · ฿83.00").waitFor()
  expect(
    await page.locator("tbody tr td:last-child").allTextContents()
  ).toEqual(["฿40.00", "฿41.00", "฿42.00"])
  await photograph(page, "approval-batch")
  expect(problems).toEqual([])

  const phone = await checker({
    at: `/one2pays/payouts/${second!.id}`,
    language: "th",
    dark: true,
    viewport: { width: 390, height: 844 },
  })
  await phone.page.getByTestId("one2pays-batch").waitFor()
  expect(await sticksOut(phone.page)).toBe(0)
  await photograph(phone.page, "approval-detail-th-phone")
  await phone.page
    .getByTestId("one2pays-queue")
    .getByRole("link")
    .first()
    .click()
  await phone.page.getByLabel("เลือกทั้งหมดที่คุณอนุมัติได้").click()
  await phone.page.getByText("2 · ฿83.00", { exact: true }).waitFor()
  expect(await sticksOut(phone.page)).toBe(0)
  await photograph(phone.page, "approval-th-phone")
  expect(phone.problems).toEqual([])
})
