import { randomUUID } from "node:crypto"
import { inviteColleague } from "./staff"
import { openDemo } from "./open-demo"
import { lookUntil } from "./passing-time"
import { askForPayout } from "./payouts"
import { photograph } from "./pictures"

const { demo, logInAs } = openDemo()

it("a colleague reads in the feed, in Thai, that payouts wait for approval, and follows the link to them", async () => {
  const colleague = await inviteColleague(demo, "checker")
  await askForPayout(demo, `Feed ${randomUUID().slice(0, 8)}`, "17.25")
  const { page, problems } = await logInAs(colleague, {
    language: "th",
    at: "/orders",
  })
  const bell = page.locator("button[aria-haspopup=dialog]:has(svg)").last()
  await bell.click()
  const feed = page.getByRole("dialog")
  const entry = feed
    .locator("div.border-b")
    .filter({ hasText: /การจ่ายเงินออก .*รออนุมัติ/ })
    .first()
  await lookUntil(entry)
  expect(await entry.innerText()).not.toMatch(/o2pwd_/)
  await photograph(page, "feed-th")
  await entry.locator("a[download]").click()
  await page.waitForURL(/\/app\/one2pays\/payouts/)
  await page.getByText("รออนุมัติ").first().waitFor()
  expect(problems).toEqual([])
})
