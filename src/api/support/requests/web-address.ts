/** Drops anything but a web address, since a browser is sent there. */
export function webAddress(
  text: string | null | undefined
): string | undefined {
  return text && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? text
    : undefined
}
