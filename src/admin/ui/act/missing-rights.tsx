import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useMay, type Right } from "../../client/rights"

/** Says which rights the buttons need that the reader does not see. */
export function MissingRights({ needed }: { needed: Right[] }) {
  const { t } = useTranslation("one2pays")
  const may = useMay()
  const missing = [...new Set(needed)].filter((right) => !may(right))
  return (
    missing.length > 0 && (
      <Text
        size="small"
        className="text-ui-fg-subtle break-words"
        data-testid="one2pays-missing-rights"
      >
        {t("common.missingRights", { rights: missing.join(", ") })}
      </Text>
    )
  )
}
