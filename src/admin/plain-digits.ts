/** Thai digits and those of a full-width keyboard as 0 to 9. */
export const plainDigits = (text: string): string =>
  // Both rows begin at a multiple of 16.
  text.replace(/[๐-๙０-９]/g, (digit) => String(digit.charCodeAt(0) & 15))
