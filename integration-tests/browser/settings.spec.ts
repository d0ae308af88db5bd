import type { Page } from "playwright-core"
import { until } from "../setup/until"
import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { PATIENCE_MS } from "./patience"
import {
  contradictUnit,
  forgetUnit,
  letMinutesPassUntil,
  lookUntil,
} from "./passing-time"
import { photograph } from "./pictures"
import { inviteColleague, type Look } from "./staff"

const { demo, gateway, logIn, logInAs } = openDemo()

const PHONE = { width: 390, height: 844 }

async function openSettings(look: Look) {
  const { page, problems } = await logIn({
    ...look,
    at: "/settings/one2pays",
  })
  await page.getByTestId("one2pays-connection").waitFor()
  return { page, problems }
}

/** Minutes go by until the page says so of the connection. */
const untilSaid = (page: Page, text: string) =>
  letMinutesPassUntil(demo, page, "one2pays-connection", text)

describe.each([
  {
    name: "settings-en",
    look: { language: "en" },
    connection: "One2Pays answers",
    mode: "Test",
    region: "One2Pays is offered in Thailand.",
  },
  {
    name: "settings-th-dark",
    look: { language: "th", dark: true },
    connection: "เชื่อมต่อได้",
    mode: "ทดสอบ",
    region: "เปิดใช้ One2Pays ในภูมิภาค Thailand",
  },
  {
    name: "settings-phone",
    look: { language: "th", viewport: PHONE },
    connection: "เชื่อมต่อได้",
    mode: "ทดสอบ",
    region: "เปิดใช้ One2Pays ในภูมิภาค Thailand",
  },
] as const)(
  "the settings page ($name)",
  ({ name, look, connection, mode, region }) => {
    it("says that all is well, and fits", async () => {
      const { page, problems } = await openSettings(look)
      await untilSaid(page, connection)
      expect(await page.getByTestId("one2pays-mode").innerText()).toBe(mode)
      expect(
        await page.getByTestId("one2pays-webhook-address").innerText()
      ).toBe(`${demo.medusaUrl}/hooks/one2pays`)
      expect(
        await page.getByTestId("one2pays-check-thb_region").innerText()
      ).toContain(region)
      expect(await sticksOut(page)).toBe(0)
      await photograph(page, name)
      expect(problems).toEqual([])
      await page.context().close()
    })
  }
)

it("stands in the sidebar of the settings, and leads to what needs a person", async () => {
  const { page, problems } = await openSettings({})
  await page.goto(`${demo.medusaUrl}/app/settings/store`)
  await page.getByRole("link", { name: "One2Pays", exact: true }).click()
  await page.waitForURL(/\/app\/settings\/one2pays$/)
  await page.getByTestId("one2pays-issues").click()
  await page.waitForURL(/\/app\/one2pays\/payments\?show=open$/)
  expect(problems).toEqual([])
  await page.context().close()
})

it("copies the webhook's address by keyboard", async () => {
  const { page } = await openSettings({})
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], {
    origin: demo.medusaUrl,
  })
  await page
    .getByRole("button", { name: "Copy the webhook address" })
    .press("Enter")
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
    `${demo.medusaUrl}/hooks/one2pays`
  )
  await page.context().close()
})

it("tells of a maintenance with its time, and of its end", async () => {
  const { page, problems } = await openSettings({})
  await gateway.setMaintenance(true)
  try {
    await untilSaid(page, "Under maintenance")
    await page.getByText(/One2Pays is asked again at /).waitFor()
    await photograph(page, "settings-maintenance")
  } finally {
    await gateway.setMaintenance(false)
  }
  await untilSaid(page, "One2Pays answers")
  expect(problems).toEqual([])
  await page.context().close()
})

it("says so where the shop does not answer, and recovers when it is asked to", async () => {
  const { page } = await openSettings({})
  const status = "**/admin/one2pays/status"
  await page.route(status, (route) => route.abort())
  await page.reload()
  await lookUntil(page.getByText("This could not be loaded."))
  await photograph(page, "settings-failed")
  await page.unroute(status)
  await page.getByRole("button", { name: "Try again" }).press("Enter")
  await page.getByTestId("one2pays-connection").waitFor()
  await page.context().close()
})

it("keeps what it knew where it cannot be refreshed, and says so", async () => {
  const { page } = await openSettings({ language: "th" })
  const status = "**/admin/one2pays/status"
  await page.route(status, (route) =>
    route.fulfill({ status: 401, json: { message: "Unauthorized" } })
  )
  await lookUntil(page.getByText(/^ไม่สามารถอัปเดตข้อมูลได้.*คุณออกจากระบบแล้ว/))
  expect(await page.getByTestId("one2pays-connection").isVisible()).toBe(true)
  await photograph(page, "settings-stale-th")
  await page.unroute(status)
  await page.getByRole("button", { name: "ลองใหม่" }).press("Enter")
  await page.getByText(/^ไม่สามารถอัปเดตข้อมูลได้/).waitFor({ state: "detached" })
  await page.context().close()
})

describe("the unit of the account", () => {
  const unitOf = (page: Page) => page.getByTestId("one2pays-unit")

  beforeEach(() => contradictUnit(demo))

  it("is not known before the first payment", async () => {
    const { page, problems } = await openSettings({})
    await until(
      async () => {
        await forgetUnit(demo)
        await page.reload()
        return unitOf(page).innerText()
      },
      (state) => state === "Not proved",
      PATIENCE_MS
    )
    await photograph(page, "settings-unit")
    expect(problems).toEqual([])
    await page.context().close()
  })

  it("is proved at a button", async () => {
    const { page, problems } = await openSettings({})
    await unitOf(page).getByText("Contradicted").waitFor()
    await photograph(page, "settings-unit-contradicted")
    await page.getByRole("button", { name: "Prove the account" }).click()
    await page.click("#bank_code")
    await page.getByRole("option", { name: /004/ }).click()
    await page.fill("#account_name", "One2Pays Demo")
    await page.fill("#account_number", "1234567890")
    await photograph(page, "settings-unit-prove")
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Prove the account" }).click()
    await drawer.waitFor({ state: "detached" })
    await lookUntil(unitOf(page).getByText("Proved", { exact: true }))
    expect(await sticksOut(page)).toBe(0)
    await photograph(page, "settings-unit-proved")
    expect(problems).toEqual([])
    await page.context().close()
  })

  it("is confirmed by two people, each in words of their own", async () => {
    const colleague = await inviteColleague(demo, "owner")
    const first = await openSettings({})
    await first.page.getByLabel("1000.00 is").fill("10 baht")
    await first.page.getByRole("button", { name: "Confirm" }).click()
    await first.page.getByText("A second person has to confirm it.").waitFor()
    await photograph(first.page, "settings-unit-proposal")
    // The first person is no second one.
    await first.page.getByLabel("1000.00 is").fill("10")
    await first.page.getByRole("button", { name: "Confirm" }).click()
    await first.page
      .getByText("somebody else must confirm it", { exact: false })
      .first()
      .waitFor()

    const second = await logInAs(colleague, {
      language: "th",
      dark: true,
      viewport: PHONE,
      at: "/settings/one2pays",
    })
    await second.page.getByLabel("1000.00 คือ").fill("฿10.00")
    await photograph(second.page, "settings-unit-second-th")
    await second.page.getByRole("button", { name: "ยืนยัน" }).click()
    await lookUntil(unitOf(second.page).getByText("ยืนยันแล้ว"))
    expect(await sticksOut(second.page)).toBe(0)
    await photograph(second.page, "settings-unit-confirmed-th")
    await lookUntil(unitOf(first.page).getByText("Proved", { exact: true }))
    expect(second.problems).toEqual([])
    expect(first.problems.filter((text) => !/ 403 /.test(text))).toEqual([])
    await first.page.context().close()
    await second.page.context().close()
  })
})
