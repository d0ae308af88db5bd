import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { until } from "./until"

export interface Attention {
  id: string
  issue: string
  order_id: string | null
  reference_id: string | null
  detail: string
  amount: string
}

/** @param heard gets every issue that is announced from now on */
export function listenToIssues(
  container: MedusaContainer,
  heard: Attention[]
): void {
  container
    .resolve(Modules.EVENT_BUS)
    .subscribe("one2pays.payment.needs_attention", ({ data }) => {
      heard.push(data as Attention)
      return Promise.resolve()
    })
}

export interface Notice {
  title: string
  description: string
  /** The page of the dashboard that it leads to. */
  link: string
}

/** The notification feed of the admin panel. */
export async function readFeed(container: MedusaContainer): Promise<Notice[]> {
  const notices = await container
    .resolve(Modules.NOTIFICATION)
    .listNotifications({ channel: "feed" })
  return notices.map(({ data }) => {
    const { title, description, link } = data as unknown as Notice
    return { title, description, link }
  })
}

/** Waits for a notice that holds all of these, in its text or in what it keeps beside it. */
export const untilNotice = (container: MedusaContainer, ...words: string[]) =>
  until(
    () =>
      container
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ channel: "feed" }),
    (feed) =>
      feed.some((notice) =>
        words.every((word) => JSON.stringify(notice.data).includes(word))
      )
  )
