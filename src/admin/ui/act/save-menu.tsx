import { Spinner } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSave, type SavedFile } from "./use-save"

/** For people, for people who count the years of the Buddha, and for programs. */
const FORMATS = [
  { name: "excel", query: { format: "xlsx" } },
  { name: "excelBuddhist", query: { format: "xlsx", era: "be" } },
  { name: "csv", query: { format: "csv" } },
] as const

interface Props {
  /** With a title where there are several of them. */
  files: (SavedFile & { title?: string })[]
}

/** Saves what is shown as a file, in the format that the reader chooses. */
export function SaveMenu({ files }: Props) {
  const { t } = useTranslation("one2pays")
  const { save, isSaving } = useSave()
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        {/* It stays enabled, for the menu gives it back the focus. */}
        <Button size="small" variant="secondary" aria-busy={isSaving}>
          {isSaving && <Spinner className="animate-spin" />}
          {t("common.save.export")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {files.map(({ path, query, title }) => (
          <DropdownMenu.Group key={path}>
            {title && <DropdownMenu.Label>{title}</DropdownMenu.Label>}
            {FORMATS.map((format) => (
              <DropdownMenu.Item
                key={format.name}
                disabled={isSaving}
                onClick={() =>
                  void save({ path, query: { ...query, ...format.query } })
                }
              >
                {t(`common.save.${format.name}`)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Group>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
