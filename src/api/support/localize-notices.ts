import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { chooseLocale } from "../../messages"
import { isTranslated } from "../../workflows/notices/notify-admin"

/**
 * Shows our notices in the reader's language. Core's feed shows what is stored, to everybody. The dashboard keeps its
 * language in a cookie, and names it in no header of core's own calls.
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
  if (locale === "th") {
    const json = res.json.bind(res)
    res.json = (body: unknown) =>
      json(hasNotices(body) ? { ...body, ...inThai(body) } : body)
  }
  next()
}

interface Notice {
  data?: unknown
}

type Notices = Partial<{ notification: Notice; notifications: Notice[] }>

const hasNotices = (body: unknown): body is Notices =>
  typeof body === "object" && body !== null

const inThai = ({ notification, notifications }: Notices): Notices => ({
  ...(notification ? { notification: translate(notification) } : {}),
  ...(notifications ? { notifications: notifications.map(translate) } : {}),
})

const translate = (notice: Notice): Notice =>
  isTranslated(notice.data)
    ? { ...notice, data: { ...notice.data, ...notice.data.th } }
    : notice
