import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  chooseLocale,
  inAllLanguages,
  staffMessage,
  type Locale,
} from "../../../messages"
import { isOurEntry } from "../../../workflows/notices/add-to-feed"
import { dashboardPath } from "../../../workflows/notices/dashboard-path"

/** How a reader gets our notices: in which language, and where the dashboard's pages are. */
interface Reader {
  locale: Locale
  dashboard: string
}

/**
 * Shows our notices in the reader's language, with a link to their page. Core's feed shows what is stored, to everybody.
 * The dashboard keeps its language in a cookie, and names it in no header of core's own calls.
 */
export function localizeNotices(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const locale = chooseLocale(
    req.get("x-medusa-locale"),
    (req.cookies as Partial<Record<string, string>>).lng,
    req.get("accept-language")
  )
  const { admin } = req.scope.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const reader: Reader = { locale, dashboard: dashboardPath(admin) }
  const json = res.json.bind(res)
  res.json = (body: unknown) =>
    json(hasNotices(body) ? { ...body, ...shown(body, reader) } : body)
  next()
}

interface Notice {
  data?: unknown
}

type Notices = Partial<{ notification: Notice; notifications: Notice[] }>

const hasNotices = (body: unknown): body is Notices =>
  typeof body === "object" && body !== null

const shown = (
  { notification, notifications }: Notices,
  reader: Reader
): Notices => ({
  ...(notification ? { notification: show(notification, reader) } : {}),
  ...(notifications
    ? { notifications: notifications.map((each) => show(each, reader)) }
    : {}),
})

const OPEN = inAllLanguages(staffMessage("open_notice"))

function show(notice: Notice, { locale, dashboard }: Reader): Notice {
  const { data } = notice
  if (!isOurEntry(data)) {
    return notice
  }
  return {
    ...notice,
    data: {
      ...data,
      ...(locale === "th" ? data.th : {}),
      ...(data.link
        ? // The feed has no links but those to files. The dashboard's part of the plugin opens these as pages.
          { file: { filename: OPEN[locale], url: dashboard + data.link } }
        : {}),
    },
  }
}
