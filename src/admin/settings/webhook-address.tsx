import { Copy } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Note } from "./rows"
import type { StatusView } from "./use-status"

/** The address that the merchant enters at One2Pays, its source, and the reason why it may not work. */
export function WebhookAddress({
  webhook,
  mode,
}: Pick<StatusView, "webhook" | "mode">) {
  const { t } = useTranslation("one2pays")
  // Without an address in the config, the dashboard talks to the server that it came from.
  const url = webhook.url ?? new URL(webhook.path, window.location.origin).href
  const isLocal = isPrivate(new URL(url).hostname)
  return (
    <>
      <span className="flex max-w-full items-start gap-x-2">
        <code
          className="txt-compact-small min-w-0 break-all"
          data-testid="one2pays-webhook-address"
        >
          {url}
        </code>
        <Copy
          content={url}
          variant="mini"
          aria-label={t("settings.webhook.copy")}
        />
      </span>
      <Note>
        {t(
          webhook.url
            ? "settings.webhook.fromConfig"
            : "settings.webhook.fromBrowser"
        )}
      </Note>
      {isLocal ? (
        <Note>{t("settings.webhook.local")}</Note>
      ) : (
        mode === "live" &&
        !url.startsWith("https:") && (
          <Note>{t("settings.webhook.insecure")}</Note>
        )
      )}
    </>
  )
}

/** Whether a name or an address cannot be reached from the internet. */
const isPrivate = (hostname: string): boolean =>
  /^(localhost$|\[::1\]$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|\.(local|localhost|internal)$/.test(
    hostname
  )
