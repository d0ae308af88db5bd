import { One2PaysError } from "./errors"

/**
 * The error for input that was never sent.
 *
 * @param field the refused field, if one can be named
 * @param problem continues the field's name, for example "must be a text"
 */
export function invalidInput(
  field: string | undefined,
  problem: string
): One2PaysError {
  return new One2PaysError({
    code: "VALIDATION_ERROR",
    text: `${field ?? "The input"} ${problem}`,
    field,
    outcome: "not_sent",
  })
}
