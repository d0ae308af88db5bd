import type { MedusaContainer } from "@medusajs/framework/types"
import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { inAllLanguages, type LocalizedText, type Words } from "../../messages"
import { one2paysOf } from "../../modules/one2pays"
import { loggerOf, queryOf } from "../../modules/one2pays/core/query"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import type { ClaimedNotice } from "../../modules/one2pays/notices/notice"
import { addToFeed } from "./add-to-feed"
import { composeNotice } from "./compose-notice"
import { nameOrders } from "./name-orders"
import { sendToStaff, type WrittenNotice } from "./send-to-staff"

const tellStaffStep = createStep(
  "one2pays-tell-staff",
  async (_: undefined, { container }) => {
    const { notices } = one2paysOf(container)
    await notices.emit()
    const composed = (await notices.claim()).map((notice) => ({
      notice,
      ...composeNotice(notice),
    }))
    if (composed.length > 0) {
      const named = await nameOrders(
        queryOf(container),
        composed.flatMap(({ title, description }) => [title, description])
      )
      for (const { notice, title, description, link } of composed) {
        await tell(container, notice, {
          title: shown(named(title)),
          description: shown(named(description)),
          link,
        })
      }
    }
    return new StepResponse()
  }
)

/** Words for people to read: `THB 200,200.00`. */
function shown(words: Words): LocalizedText {
  const { en, th } = inAllLanguages(words)
  return { en: withSeparators(en), th: withSeparators(th) }
}

const withSeparators = (text: string): string =>
  text.replace(/\b\d{4,}(?=\.\d{2}\b)/g, (baht) =>
    baht.replace(/\B(?=(\d{3})+$)/g, ",")
  )

async function tell(
  container: MedusaContainer,
  notice: ClaimedNotice,
  written: WrittenNotice
): Promise<void> {
  const { subject } = notice
  const { notices } = one2paysOf(container)
  try {
    // Those before it may have taken longer than its claim lasts.
    if (!(await notices.renew(notice))) return
    await addToFeed(container, {
      ...written,
      about: {
        order_id: subject?.order_id ?? null,
        reference_id: subject?.reference_id ?? null,
      },
      idempotency_key: notice.id,
    })
    await sendToStaff(container, notice, written)
    await notices.finish(notice)
  } catch (error) {
    logFailure(
      loggerOf(container),
      `staff could not be told "${written.title.en}", which is tried again`,
      error
    )
  }
}

/**
 * Tells staff what they have to hear: in the feed of the admin panel, and by the channels of the option `notify`. What it
 * could not tell, a later run does.
 */
export const tellStaffWorkflow = createWorkflow("one2pays-tell-staff", () => {
  tellStaffStep()
})
