import {
  isPublicErrorCode,
  notedText,
  PUBLIC_ERRORS,
  type LocalizedText,
} from "../../../messages"

/**
 * The text of an error's body in every language. It was noted when the error was thrown; where another request threw it,
 * whose work this one shares, the code finds it. Undefined for an error that is not ours.
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
