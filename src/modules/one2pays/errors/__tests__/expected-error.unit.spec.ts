import { inspect } from "node:util"
import { MedusaError } from "@medusajs/framework/utils"
import { expectedError } from "../expected-error"

describe("expectedError", () => {
  it("equals Medusa's own error, without a stack", () => {
    const error = expectedError("not_allowed", "Not now.", "one2pays_busy")
    expect(error).toBeInstanceOf(MedusaError)
    expect(error).toMatchObject({
      type: "not_allowed",
      code: "one2pays_busy",
      message: "Not now.",
      stack: "Error: Not now.",
    })
    expect(inspect(error)).not.toMatch(/^\s+at /m)
  })

  it("has no line of its message that could be taken for a frame", () => {
    const { message, stack } = expectedError(
      "invalid_data",
      "row 1: amount\nrow 2: amount: expected at least THB 0.01"
    )
    expect(message).toContain("\n")
    expect(stack).toBe("Error: row 1: amount")
  })
})
