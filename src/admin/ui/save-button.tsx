import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { client } from "../client/client"
import { loadErrorText } from "../client/error-text"

/** Saves a CSV answer of the shop as a file for a spreadsheet. */
export function SaveButton({
  path,
  query,
  name,
  children,
}: {
  path: string
  query: Record<string, string | string[]>
  /** The file's. */
  name: string
  children: string
}) {
  const { t } = useTranslation("one2pays")
  const [isLoading, setLoading] = useState(false)

  const save = async () => {
    setLoading(true)
    try {
      const answer = await client.client.fetch<Response>(path, {
        query,
        headers: { accept: "text/csv" },
      })
      const link = document.createElement("a")
      link.href = URL.createObjectURL(await answer.blob())
      link.download = name
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
      {children}
    </Button>
  )
}
