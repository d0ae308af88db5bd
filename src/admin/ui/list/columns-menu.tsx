import { Adjustments } from "@medusajs/icons"
import { DropdownMenu, IconButton, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Chooses the columns of a list. Core's own menu is in English alone, and its button has no name. */
export function ColumnsMenu({
  columns,
  isShown,
  onChange,
}: {
  columns: { id: string; name: string }[]
  isShown: (id: string) => boolean
  onChange: (shown: string[]) => void
}) {
  const { t } = useTranslation("one2pays")
  const label = t("common.columns")
  const shown = columns.filter(({ id }) => isShown(id))
  return (
    <DropdownMenu>
      <Tooltip content={label}>
        <DropdownMenu.Trigger asChild>
          <IconButton size="small" aria-label={label}>
            <Adjustments />
          </IconButton>
        </DropdownMenu.Trigger>
      </Tooltip>
      <DropdownMenu.Content align="end">
        {columns.map(({ id, name }) => (
          <DropdownMenu.CheckboxItem
            key={id}
            checked={isShown(id)}
            // A table has one column at least.
            disabled={isShown(id) && shown.length === 1}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(isChecked) =>
              onChange(
                columns
                  .filter((each) =>
                    each.id === id ? isChecked : isShown(each.id)
                  )
                  .map((each) => each.id)
              )
            }
          >
            {name}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
