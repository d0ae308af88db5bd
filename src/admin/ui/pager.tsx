import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Buttons for the previous and the next page. A list of one page has none. */
export function Pager({
  page,
  size,
  count,
  onPage,
}: {
  /** The first is 0. */
  page: number
  size: number
  count: number
  onPage: (page: number) => void
}) {
  const { t } = useTranslation("one2pays")
  if (count <= size && page === 0) {
    return null
  }
  return (
    <div className="flex items-center justify-end gap-x-2 px-6 py-3">
      <Button
        size="small"
        variant="secondary"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        {t("common.previous")}
      </Button>
      <Button
        size="small"
        variant="secondary"
        disabled={(page + 1) * size >= count}
        onClick={() => onPage(page + 1)}
      >
        {t("common.next")}
      </Button>
    </div>
  )
}
