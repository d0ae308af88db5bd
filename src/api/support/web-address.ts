/** A browser is sent there, so anything but a web address is dropped. */
export function webAddress(
  text: string | null | undefined
): string | undefined {
  return text && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? text
    : undefined
}
