// src/modules/line/index.ts
import {
  AbstractNotificationProviderService,
  ModuleProvider,
  Modules,
} from "@medusajs/framework/utils"
import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"

interface LineOptions {
  /** The channel access token of your LINE Official Account. */
  accessToken?: string
  /** Another address than LINE's own, for tests. */
  apiUrl?: string
}

/** Sends notifications of the channel `line`. `to` is the id of a user, group or room that the account may write to. */
class LineNotificationService extends AbstractNotificationProviderService {
  static override identifier = "line"

  constructor(
    _: object,
    private readonly options: LineOptions
  ) {
    super()
  }

  override async send({
    to,
    content,
  }: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    const text = [content?.subject, content?.text].filter(Boolean).join("\n")
    const { accessToken = "", apiUrl = "https://api.line.me" } = this.options
    const answer = await fetch(`${apiUrl}/v2/bot/message/push`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${accessToken}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ to, messages: [{ type: "text", text }] }),
      signal: AbortSignal.timeout(10_000),
    })
    if (!answer.ok) {
      throw new Error(`LINE answered ${answer.status}`)
    }
    return {}
  }
}

export default ModuleProvider(Modules.NOTIFICATION, {
  services: [LineNotificationService],
})
