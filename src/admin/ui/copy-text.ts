/** @returns whether the browser copied it: over plain http it has no clipboard, and elsewhere it may not be allowed */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
