import { finding, type Finding } from "./finding"
import { compareShape, type Shape } from "./shapes"

/** Compares an object of the gateway with the documents, and names what is missing or more. */
export function judgeShape(
  what: string,
  value: unknown,
  shape: Shape
): { isBroken: boolean; findings: Finding[] } {
  const { lacking, missing, unknown } = compareShape(value, shape)
  if (lacking.length > 0) {
    const names = lacking.join(", ")
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
            unknown: [...new Set(unknown)].join(", ") || "–",
          })
        : finding("shape_ok", { what }),
    ],
  }
}
