import { configProblem, readConfig } from "../read-config"

describe("a config that cannot be read", () => {
  it.each([
    ["ReferenceError", new ReferenceError("sk_live_abc123 is not defined")],
    [
      "MODULE_NOT_FOUND",
      Object.assign(new Error("sk_live_abc123"), { code: "MODULE_NOT_FOUND" }),
    ],
    ["Error", Object.assign(new Error(), { name: "sk_live_abc123" })],
    ["Error", Object.assign(new Error(), { code: "sk_live_abc123" })],
    ["Error", "sk_live_abc123"],
    ["Error", null],
  ])("tells nothing of what stands in it: %s", (problem, thrown) => {
    expect(configProblem(thrown)).toBe(problem)
  })

  it("is called missing where it is", () => {
    expect.assertions(1)
    try {
      readConfig("/nowhere/medusa-config.ts")
    } catch (error) {
      expect(configProblem(error)).toBe("no such file")
    }
  })
})
