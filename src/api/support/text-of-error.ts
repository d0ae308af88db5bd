import {
  isPublicErrorCode,
  notedText,
  PUBLIC_ERRORS,
  type LocalizedText,
} from "../../messages"

/**
 * What the body of an error says in every language: as it was noted when it was thrown, or, where that was in another
 * request whose work this one shares, by its code. Undefined for what is not ours.
 */
export function textOfError({
  code,
  message,
}: {
  code?: unknown
  message: string
}): LocalizedText | undefined {
  const noted = notedText(message)
  if (noted) {
    return noted
  }
  const text = isPublicErrorCode(code) ? PUBLIC_ERRORS[code].text : undefined
  return text?.en === message ? text : undefined
}
