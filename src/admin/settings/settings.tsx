import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Loaded } from "../ui/load/loaded"
import { RefreshButton } from "../ui/load/refresh-button"
import { AccountCheck } from "./account-check"
import { Checks } from "./checks"
import { Connection } from "./connection"
import { Options } from "./options"
import { Row, Rows, Section } from "./rows"
import { Unit } from "./unit"
import { useStatus, type StatusView } from "./use-status"

/** The plugin's state and its set-up. Staff change nothing here: medusa-config.ts holds the options. */
export default function Settings() {
  const { t } = useTranslation("one2pays")
  const query = useStatus()
  const { data } = query
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
            <RefreshButton label={t("settings.refresh")} query={query} />
          </div>
        }
      >
        <Loaded query={query} height="h-60">
          {(status) => <Connection status={status} />}
        </Loaded>
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
        title={t("settings.unit.title")}
        subtitle={t("settings.unit.subtitle")}
      >
        <Unit unit={status.unit} />
      </Section>
      <AccountCheck />
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
