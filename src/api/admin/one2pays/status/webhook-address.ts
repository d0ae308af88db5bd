import type { ConfigModule } from "@medusajs/framework/types"

/** Where One2Pays has to send its webhooks. */
export interface WebhookAddress {
  path: string
  /** Null when the shop's config does not say where the backend is: then it is where the dashboard came from. */
  url: string | null
}

const PATH = "/hooks/one2pays"

/**
 * The address of the webhook route, from `admin.backendUrl` (`MEDUSA_BACKEND_URL`). Without it the
 * dashboard asks the server that it came from, so the browser knows better than a request here,
 * which may have gone through proxies.
 */
export function webhookAddress(
  config: Pick<ConfigModule, "admin">
): WebhookAddress {
  const { backendUrl = "" } = config.admin
  return {
    path: PATH,
    url: URL.canParse(backendUrl)
      ? `${backendUrl.replace(/\/+$/, "")}${PATH}`
      : null,
  }
}
