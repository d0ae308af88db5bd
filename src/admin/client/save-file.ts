import { client } from "./client"

/**
 * Saves a CSV answer of the shop as a file.
 *
 * @throws FetchError when the shop refuses it
 */
export async function saveFile(
  path: string,
  query: Record<string, string>,
  name: string
): Promise<void> {
  const answer = await client.client.fetch<Response>(path, {
    query,
    headers: { accept: "text/csv" },
  })
  const link = document.createElement("a")
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
