import {
  CheckCircleSolid,
  ExclamationCircleSolid,
  XCircleSolid,
} from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { StatusView } from "./use-status"

type Check = StatusView["checks"][number]

const ICONS = {
  ok: [CheckCircleSolid, "text-ui-tag-green-icon"],
  doubtful: [ExclamationCircleSolid, "text-ui-tag-orange-icon"],
  wrong: [XCircleSolid, "text-ui-tag-red-icon"],
} as const satisfies Record<Check["state"], unknown>

/** The things that have to be right in the shop, one a line. */
export function Checks({ checks }: Pick<StatusView, "checks">) {
  const { t } = useTranslation("one2pays")
  return (
    <ul className="divide-y">
      {checks.map((check) => {
        const [Icon, color] = ICONS[check.state]
        return (
          <li
            key={check.id}
            className="text-ui-fg-subtle flex items-start gap-x-3 px-6 py-4"
            data-testid={`one2pays-check-${check.id}`}
          >
            <Icon className={`${color} mt-0.5 shrink-0`} aria-hidden />
            <span className="txt-small min-w-0 break-words">
              <span className="sr-only">
                {t(`settings.checks.state.${check.state}`)}:{" "}
              </span>
              <CheckText check={check} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function CheckText({ check }: { check: Check }) {
  const { t } = useTranslation("one2pays")
  switch (check.id) {
    case "payment_entry":
      return t(`settings.checks.payment_entry.${check.state}`, {
        problem: check.problem,
      })
    case "thb_region":
    case "other_currencies": {
      const regions = check.regions.map(({ name }) => name).join(", ")
      const text =
        check.id === "thb_region"
          ? t(`settings.checks.thb_region.${check.state}`, { regions })
          : t(`settings.checks.other_currencies.${check.state}`, { regions })
      return check.state === "ok" ? (
        text
      ) : (
        <>
          {text}{" "}
          <Link
            to="/settings/regions"
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
          >
            {t("regions.domain", { ns: "translation" })}
          </Link>
        </>
      )
    }
    case "encryption_key":
      return t(`settings.checks.encryption_key.${check.state}`)
    default:
      return check satisfies never
  }
}
