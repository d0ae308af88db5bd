/** @returns whether it was copied: over plain http a browser has no clipboard, and elsewhere it may not be allowed */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
