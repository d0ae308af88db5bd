import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { client } from "../../client/client"
import { loadErrorText } from "../../client/error-text"

/** Saves the withdraws that the list's filters find, as a file for a spreadsheet. */
export function PayoutExport({
  query,
}: {
  query: Record<string, string | string[]>
}) {
  const { t } = useTranslation("one2pays")
  const [isLoading, setLoading] = useState(false)

  const save = async () => {
    setLoading(true)
    try {
      const answer = await client.client.fetch<Response>(
        "/admin/one2pays/withdraws/export",
        { query, headers: { accept: "text/csv" } }
      )
      const link = document.createElement("a")
      link.href = URL.createObjectURL(await answer.blob())
      link.download = "payouts.csv"
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (error) {
      toast.error(loadErrorText(error, t))
    } finally {
      setLoading(false)
    }
  }

  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={isLoading}
      onClick={() => void save()}
    >
      {t("payouts.export")}
    </Button>
  )
}
