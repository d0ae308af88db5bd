import { finding, type Finding } from "./finding"
import { compareShape, fieldNames, type Shape } from "./shapes"

/** Compares objects of the gateway with the documents and the client, and names what is missing, more, or unreadable. */
export function judgeShape(
  what: string,
  values: readonly unknown[],
  shape: Shape
): { isBroken: boolean; findings: Finding[] } {
  const { unreadable, missing, unknown } = compareShape(values, shape)
  if (unreadable.length > 0) {
    const names = unreadable.join(", ")
    return {
      isBroken: true,
      findings: [finding("shape_broken", { what, missing: names })],
    }
  }
  const differs = missing.length > 0 || unknown.length > 0
  return {
    isBroken: false,
    findings: [
      differs
        ? finding("shape_differs", {
            what,
            missing: missing.join(", ") || "–",
            unknown: fieldNames(unknown),
          })
        : finding("shape_ok", { what }),
    ],
  }
}

/** Says only what keeps the plugin from reading an object, where its fields were told before. */
export const judgeReadable = (
  what: string,
  value: unknown,
  shape: Shape
): Finding[] => {
  const { isBroken, findings } = judgeShape(what, [value], shape)
  return isBroken ? findings : []
}
