import { source as axe } from "axe-core"
import { DESKTOP, PHONE, type Customer } from "./customer"
import { photograph } from "./pictures"

interface Violation {
  id: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** Each size in each language, and each of them in each color scheme. */
const LOOKS = [
  { device: PHONE, locale: "th", colorScheme: "light" },
  { device: PHONE, locale: "en", colorScheme: "dark" },
  { device: DESKTOP, locale: "th", colorScheme: "dark" },
  { device: DESKTOP, locale: "en", colorScheme: "light" },
] as const

/**
 * Looks at the page as it is now in both sizes and languages, light and dark, and keeps a picture of each.
 *
 * @returns what axe-core finds wrong, one line each
 */
export async function lookAt(
  { page, see }: Customer,
  state: string
): Promise<string[]> {
  const before = page.viewportSize()
  const found: string[] = []
  for (const { device, locale, colorScheme } of LOOKS) {
    await page.setViewportSize(device.viewport)
    await page.emulateMedia({ colorScheme })
    await see(`locale-${locale}`).click()
    // The server's texts come in the language of the next answer, if there is a connection.
    await page.waitForFunction(
      `!navigator.onLine || ![...document.querySelectorAll('[data-one2pays="status-message"]')]
        .some(({ textContent }) => /[\\u0e00-\\u0e7f]/.test(textContent) !== ${String(locale === "th")})`
    )
    const look = `${state}-${device.name}-${locale}-${colorScheme}`
    found.push(...(await check(page)).map((line) => `${look}: ${line}`))
    await photograph(page, look)
  }
  await page.emulateMedia({ colorScheme: "light" })
  if (before) await page.setViewportSize(before)
  return found
}

async function check(page: Customer["page"]): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) {
    await page.evaluate(axe)
  }
  // Animations half-way through have colors that nobody is meant to read.
  await page.evaluate(
    "Promise.all(document.getAnimations().map(({ finished }) => finished))"
  )
  const checking = page
    // axe writes nothing down of a check that passes: that takes longer than the check.
    .evaluate<Violation[]>(
      "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)"
    )
  const violations = await whilePutOff(page, checking)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} ${target.join(" ")} ${failureSummary.replace(/\s+/g, " ")}`
    )
  )
}

/** Of a page whose clock stands still: what it puts off for a moment is done, and no more. */
async function whilePutOff<T>(
  page: Customer["page"],
  work: Promise<T>
): Promise<T> {
  const done = work.then(() => true)
  const wait = () => page.clock.runFor(1).then(() => false)
  while (!(await Promise.race([done, wait()])));
  return work
}
