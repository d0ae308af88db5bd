import type {
  ConfigModule,
  INotificationModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { inTime, systemClock } from "../../gateway"
import { inAllLanguages, type Locale, type LocalizedText } from "../../messages"
import { one2paysOf } from "../../modules/one2pays"
import { queryOf, type GraphQuery } from "../../modules/one2pays/core/query"
import type { ClaimedNotice } from "../../modules/one2pays/notices/notice"

import { PROVIDER_ANSWERS_MS } from "./add-to-feed"
import { dashboardPath } from "./dashboard-path"
import { listKept } from "./kept-notifications"

/** A notice in all languages. */
export interface WrittenNotice {
  title: LocalizedText
  description: LocalizedText
  link: string
}

/**
 * Sends a notice by the shop's channels to everybody that the option `notify` names. A further try leaves out those who
 * have got it. It ends where another process has taken the notice over.
 *
 * @throws the first failure, after it has tried everybody
 */
export async function sendToStaff(
  container: MedusaContainer,
  notice: ClaimedNotice,
  written: WrittenNotice
): Promise<void> {
  const { notices, options } = one2paysOf(container)
  const letters = options.notify
    .filter(({ topics }) => topics.includes(notice.topic))
    .flatMap(({ to, ...route }) => to.map((each) => ({ ...route, to: each })))
    .map((route) => ({
      ...route,
      key: `${notice.id}:${route.channel}:${route.to}`,
    }))
  if (letters.length === 0) {
    return
  }
  const notifications = container.resolve<INotificationModuleService>(
    Modules.NOTIFICATION
  )
  const done = await listDone(
    queryOf(container),
    letters.map(({ key }) => key),
    notice.tries
  )
  const url = addressOf(container, written.link)
  const failures: unknown[] = []
  for (const { key, channel, to, locale, template } of letters) {
    if (done.has(key)) continue
    if (!(await notices.renew(notice))) break
    try {
      const sent = notifications.createNotifications({
        ...{ to, channel },
        template: template ?? `one2pays-${notice.topic.replaceAll("_", "-")}`,
        data: dataOf(notice, written, { locale, url }),
        // A provider with templates fills the shop's own; any other sends this.
        ...(template ? {} : { content: contentOf(written, { locale, url }) }),
        trigger_type: `one2pays.${notice.topic}`,
        // Core sends nothing again under a key that it knows, whatever became of it.
        idempotency_key: keyOfTry(key, notice.tries),
      })
      await inTime(sent, PROVIDER_ANSWERS_MS, systemClock)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) {
    throw failures[0]
  }
}

const keyOfTry = (key: string, number: number) => `${key}#${String(number)}`

/** Finds out whom an earlier try has reached. */
async function listDone(
  query: GraphQuery,
  keys: readonly string[],
  tries: number
): Promise<ReadonlySet<string>> {
  const earlier = Array.from({ length: tries - 1 }, (_, index) => index + 1)
  if (earlier.length === 0) {
    return new Set()
  }
  const kept = await listKept(
    query,
    keys.flatMap((key) => earlier.map((number) => keyOfTry(key, number)))
  )
  return new Set(
    kept.flatMap(({ idempotency_key, status }) =>
      status === "success" ? idempotency_key.replace(/#\d+$/, "") : []
    )
  )
}

interface Letter {
  locale: Locale
  url: string | null
}

/** What a template is filled with. There is no account number in it. */
const dataOf = (
  { topic, count, amount, subject }: ClaimedNotice,
  { title, description }: WrittenNotice,
  { locale, url }: Letter
) => ({
  ...{ topic, locale, url, count, amount },
  title: title[locale],
  description: description[locale],
  kind: subject?.kind ?? null,
  id: subject?.id ?? null,
  order_id: subject?.order_id ?? null,
  reference_id: subject?.reference_id ?? null,
})

const OPEN = inAllLanguages({ key: "open_notice", values: {} })

const contentOf = (
  { title, description }: WrittenNotice,
  { locale, url }: Letter
) => {
  const [subject, text] = [title[locale], description[locale]]
  const link = url
    ? `<p><a href="${escape(url)}">${escape(OPEN[locale])}</a></p>`
    : ""
  return {
    subject,
    text: [text, ...(url ? [url] : [])].join("\n\n"),
    html: `<p>${escape(text)}</p>${link}`,
  }
}

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character)

/** The address of a page of the dashboard. Null where the shop's config does not name the backend's. */
function addressOf(container: MedusaContainer, link: string): string | null {
  const { admin } = container.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const { backendUrl = "" } = admin
  return URL.canParse(backendUrl)
    ? `${backendUrl.replace(/\/+$/, "")}${dashboardPath(admin)}${link}`
    : null
}
