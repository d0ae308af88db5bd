import { staffMessage, type ProblemLine } from "../../../../messages"

export const NAMED_AT_MOST = 100

/** Keeps the first lines and the count of the others, because nobody reads ten thousand. */
export function firstOf(lines: ProblemLine[]): ProblemLine[] {
  if (lines.length <= NAMED_AT_MOST) {
    return lines
  }
  const words = staffMessage("more_rows", {
    count: String(lines.length - NAMED_AT_MOST),
  })
  return [...lines.slice(0, NAMED_AT_MOST), { problems: [{ words }] }]
}
