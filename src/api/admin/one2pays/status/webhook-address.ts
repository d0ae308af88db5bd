import type { ConfigModule } from "@medusajs/framework/types"

/** The address to which One2Pays has to send its webhooks. */
export interface WebhookAddress {
  path: string
  /** Null when the shop's config does not name the backend's address: then it is the address that the dashboard came from. */
  url: string | null
}

const PATH = "/hooks/one2pays"

/**
 * The address of the webhook route, from `admin.backendUrl` (`MEDUSA_BACKEND_URL`). Without this option the dashboard asks
 * the server that it came from. So the browser knows the address better than a request here, which may have come through
 * proxies.
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
