import axios from "axios"
import type { Browser, ConsoleMessage, Page } from "playwright-core"
import type { RunningDemo } from "./running-demo"

export interface Login {
  email: string
  password: string
}

/** Invites somebody to the admin panel, as its settings page does, and accepts. */
export async function inviteColleague(
  { medusaUrl, administrator }: RunningDemo,
  email: string
): Promise<Login> {
  const api = axios.create({ baseURL: medusaUrl })
  const password = "correct horse battery staple"
  const { data: login } = await api.post<{ token: string }>(
    "/auth/user/emailpass",
    administrator
  )
  const { data: invited } = await api.post<{ invite: { token: string } }>(
    "/admin/invites",
    { email },
    { headers: { authorization: `Bearer ${login.token}` } }
  )
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

/** Somebody who has logged in to the admin panel. Errors of the page, and in its console, are collected. */
export async function logIn(
  browser: Browser,
  { medusaUrl }: RunningDemo,
  { email, password }: Login,
  { language = "en", dark = false }: Look = {}
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    // Whatever the dashboard speaks: what the server says has to follow that, and not the browser.
    locale: "en-US",
    viewport: { width: 1280, height: 900 },
  })
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
  await page.goto(`${medusaUrl}/app/login`)
  await page.fill("input[name=email]", email)
  await page.fill("input[name=password]", password)
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/app\/orders/)
  return { page, problems }
}
