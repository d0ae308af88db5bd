import type {
  INotificationModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { inTime, systemClock } from "../../gateway"
import type { LocalizedText } from "../../messages"
import { loggerOf, queryOf } from "../../modules/one2pays/core/query"
import { listKept } from "./kept-notifications"

/** Milliseconds for one entry or letter. A provider that takes longer may have sent it. */
export const PROVIDER_ANSWERS_MS = 60_000

export interface FeedEntry {
  title: LocalizedText
  description: LocalizedText
  /** The page of the dashboard that it leads to, such as `/orders/order_1`. */
  link: string
  /** For a shop's own code that reads the feed; the page does not show it. */
  about?: { order_id: string | null; reference_id: string | null }
  /** The feed shows an entry with the same key once, however often it is sent. */
  idempotency_key: string
}

/** What the feed keeps of an entry. Core shows the English; our middleware shows Thai to those who read it, and the link. */
export interface KeptEntry {
  title: string
  description: string
  th: { title: string; description: string }
  /** Absent in an older entry. */
  link?: string
  order_id?: string | null
  reference_id?: string | null
}

/** Whether the data of a notification is an entry of ours. */
export const isOurEntry = (data: unknown): data is KeptEntry =>
  typeof data === "object" &&
  data !== null &&
  typeof (data as Partial<KeptEntry>).th?.title === "string"

/**
 * Puts an entry into the notification feed of the admin panel, once.
 *
 * @throws whatever kept the entry from being written; a shop without a provider for the feed has the entry all the same
 */
export async function addToFeed(
  container: MedusaContainer,
  { title, description, link, about, idempotency_key }: FeedEntry
): Promise<void> {
  const data: KeptEntry = {
    title: title.en,
    description: description.en,
    th: { title: title.th, description: description.th },
    link,
    ...about,
  }
  try {
    const added = container
      .resolve<INotificationModuleService>(Modules.NOTIFICATION)
      .createNotifications({
        to: "",
        channel: "feed",
        template: "admin-ui",
        data: { ...data },
        idempotency_key,
      })
    await inTime(added, PROVIDER_ANSWERS_MS, systemClock)
  } catch (error) {
    const [kept] = await listKept(queryOf(container), [idempotency_key])
    if (!kept) {
      throw error
    }
    loggerOf(container).warn(
      `[one2pays] the admin's notification feed did not take "${title.en}": ${String(error)}`
    )
  }
}
