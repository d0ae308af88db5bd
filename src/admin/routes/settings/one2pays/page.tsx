import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowPath } from "@medusajs/icons"
import { Badge, IconButton, Skeleton, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { StatusView } from "../../../../api/admin/one2pays/status/render-status"
import { Crumb } from "../../../ui/crumb"
import { LoadFailure } from "../../../ui/load-failure"
import { Checks } from "../../../settings/checks"
import { Connection } from "../../../settings/connection"
import { Options } from "../../../settings/options"
import { Row, Rows, Section } from "../../../settings/rows"
import { useStatus } from "../../../settings/use-status"

/** How the plugin is doing, and how it is set up. Nothing here can be changed: that is done in medusa-config.ts. */
export default function SettingsPage() {
  const { t } = useTranslation("one2pays")
  const query = useStatus()
  const { data, error, isFetching, refetch } = query
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        level="h1"
        title={t("settings.title")}
        subtitle={t("settings.subtitle")}
        testId="one2pays-settings"
        side={
          <div className="flex items-center gap-x-2">
            {data && (
              <Badge size="2xsmall" data-testid="one2pays-mode">
                {t(`balance.mode.${data.mode}`)}
              </Badge>
            )}
            <Tooltip content={t("settings.refresh")}>
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("settings.refresh")}
                isLoading={isFetching}
                onClick={() => void refetch()}
              >
                <ArrowPath />
              </IconButton>
            </Tooltip>
          </div>
        }
      >
        <LoadFailure query={query} />
        {data ? (
          <Connection status={data} />
        ) : (
          !error && (
            <div className="px-6 py-4">
              <Skeleton className="h-60 w-full" />
            </div>
          )
        )}
      </Section>
      {data && <SetUp status={data} />}
    </div>
  )
}

function SetUp({ status }: { status: StatusView }) {
  const { t } = useTranslation("one2pays")
  return (
    <>
      <Section
        title={t("settings.checks.title")}
        subtitle={t("settings.checks.subtitle")}
      >
        <Checks checks={status.checks} />
      </Section>
      <Section
        title={t("settings.options.title")}
        subtitle={t("settings.options.subtitle")}
      >
        <Options options={status.options} />
      </Section>
      <Section title={t("settings.versions.title")}>
        <Rows>
          {(["plugin", "medusa", "node"] as const).map((name) => (
            <Row key={name} title={t(`settings.versions.${name}`)}>
              {status.versions[name] ?? t("settings.versions.unknown")}
            </Row>
          ))}
        </Rows>
      </Section>
    </>
  )
}

export const config = defineRouteConfig({
  label: "settings.title",
  translationNs: "one2pays",
})

export const handle = { breadcrumb: () => <Crumb of="settings.title" /> }
