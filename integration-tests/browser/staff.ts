import { randomUUID } from "node:crypto"
import axios from "axios"
import type { Browser, ConsoleMessage, Page } from "playwright-core"
import { adminApi, tokenOf, type Login } from "./admin-api"
import { PATIENCE_MS } from "./patience"
import type { RunningDemo } from "./running-demo"

/** Invites somebody to the admin panel, as its settings page does, and accepts. */
export async function inviteColleague(
  demo: RunningDemo,
  role: string
): Promise<Login> {
  const staff = await adminApi(demo)
  const email = `${role}-${randomUUID()}@example.com`
  const password = "correct horse battery staple"
  const { data: invited } = await staff.post<{ invite: { token: string } }>(
    "/admin/invites",
    { email }
  )
  const api = axios.create({ baseURL: demo.medusaUrl })
  const { data: registered } = await api.post<{ token: string }>(
    "/auth/user/emailpass/register",
    { email, password }
  )
  await api.post(
    `/admin/invites/accept?token=${invited.invite.token}`,
    { email, first_name: "Colleague" },
    { headers: { authorization: `Bearer ${registered.token}` } }
  )
  return { email, password }
}

export interface Look {
  /** As core names it. */
  language?: "en" | "th" | "ptBR" | "zhTW"
  dark?: boolean
  viewport?: { width: number; height: number }
  /** The page of the admin panel that is opened; without it, one logs in by core's form, and is at the orders. */
  at?: string
}

/**
 * Core asks who is logged in before anybody is, and the browser writes down that it was refused; and core's list of
 * orders takes the flags of countries from a server that a closed network does not reach.
 */
const isCoresOwn = (message: ConsoleMessage): boolean => {
  const { url } = message.location()
  return (
    url.startsWith("https://cdn.jsdelivr.net/gh/lipis/flag-icons/") ||
    (message.text().includes("401 (Unauthorized)") &&
      url.endsWith("/admin/users/me"))
  )
}

/**
 * Somebody who has logged in to the admin panel. Errors of the page, and in its console, are collected. Its clock runs
 * as the machine's, and a test can move it on.
 */
export async function logIn(
  browser: Browser,
  demo: RunningDemo,
  login: Login,
  { language = "en", dark = false, viewport, at }: Look = {}
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    timezoneId: "Asia/Bangkok",
    // Whatever the dashboard speaks: what the server says has to follow that, and not the browser.
    locale: "en-US",
    viewport: viewport ?? { width: 1280, height: 900 },
  })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.clock.install()
  const page = await context.newPage()
  const problems: string[] = []
  page.on("pageerror", (error) => problems.push(String(error)))
  page.on("console", (message) => {
    if (message.type() === "error" && !isCoresOwn(message)) {
      problems.push(`${message.text()} ${message.location().url}`)
    }
  })
  await page.addInitScript(
    `localStorage.setItem("lng", "${language}"); localStorage.setItem("medusa_admin_theme", "${dark ? "dark" : "light"}")`
  )
  const admin = `${demo.medusaUrl}/app`
  if (at === undefined) {
    await page.goto(`${admin}/login`)
    await page.fill("input[name=email]", login.email)
    await page.fill("input[name=password]", login.password)
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/app\/orders/)
  } else {
    const token = await tokenOf(demo, login)
    await context.request.post(`${demo.medusaUrl}/auth/session`, {
      headers: { authorization: `Bearer ${token}` },
    })
    await page.goto(`${admin}${at}`)
  }
  return { page, problems }
}

/** Where a page of the admin panel is, for somebody else to go there. */
export const addressOf = (page: Page): string =>
  page.url().split("/app").at(-1) ?? ""
