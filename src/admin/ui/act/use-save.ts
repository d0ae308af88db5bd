import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { client } from "../../client/client"
import { loadErrorText } from "../../client/error-text"

export interface SavedFile {
  path: string
  query?: Record<string, string | string[]>
}

/** Saves an answer of the shop as a file, under the name that the shop gives it. */
export function useSave() {
  const { t } = useTranslation("one2pays")
  const [isSaving, setSaving] = useState(false)

  const save = async ({ path, query }: SavedFile) => {
    setSaving(true)
    try {
      const answer = await client.client.fetch<Response>(path, {
        query,
        // Else the client would read it.
        headers: { accept: "*/*" },
      })
      const name = answer.headers.get("content-disposition")
      const link = document.createElement("a")
      link.href = URL.createObjectURL(await answer.blob())
      link.download = /filename="(.+)"/.exec(name ?? "")?.[1] ?? ""
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (error) {
      toast.error(loadErrorText(error, t))
    } finally {
      setSaving(false)
    }
  }

  return { save, isSaving }
}
