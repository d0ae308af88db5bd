import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { photograph } from "./pictures"

const { logIn } = openDemo()

const OUTCOME = "one2pays-account-check-outcome"

it("staff check the account, and the result stays", async () => {
  const { page, problems } = await logIn({ at: "/settings/one2pays" })
  await page
    .getByRole("button", { name: "Check the account", exact: true })
    .press("Enter")
  const outcome = page.getByTestId(OUTCOME)
  await outcome.getByText("Not yet", { exact: true }).waitFor()
  await page.reload()
  await outcome.getByText("Not yet", { exact: true }).waitFor()
  await page.getByText("One2Pays takes the keys (test).").waitFor()
  expect(await sticksOut(page)).toBe(0)
  await outcome.evaluate("(element) => element.scrollIntoView()")
  await photograph(page, "account-check-en")
  expect(problems).toEqual([])
  await page.context().close()
})

it("staff allow a payment, which is confirmed first, and the account is ready", async () => {
  const { page, problems } = await logIn({
    at: "/settings/one2pays",
    language: "th",
    dark: true,
    viewport: { width: 390, height: 844 },
  })
  await page.getByRole("button", { name: "ตรวจพร้อมสร้างรายการ" }).press("Enter")
  const drawer = page.getByRole("dialog")
  await drawer.getByLabel("ธนาคาร").click()
  await page.getByRole("option").first().click()
  await drawer.getByLabel("ชื่อบัญชี").fill("Account Check")
  await drawer.getByLabel("เลขที่บัญชี").fill("1234567890")
  await photograph(page, "account-check-form-th")
  await drawer.getByRole("button", { name: "ตรวจบัญชี" }).press("Enter")
  await page.getByRole("alertdialog").getByRole("button").last().click()
  const outcome = page.getByTestId(OUTCOME)
  await outcome.getByText("ร้านเปิดใช้งานจริงได้", { exact: true }).waitFor()
  expect(await sticksOut(page)).toBe(0)
  await drawer.waitFor({ state: "detached" })
  await outcome.evaluate("(element) => element.scrollIntoView()")
  await photograph(page, "account-check-th")
  expect(problems).toEqual([])
  await page.context().close()
})
