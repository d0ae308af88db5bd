import { readFileSync } from "node:fs"
import path from "node:path"

const STYLES = readFileSync(path.resolve(__dirname, "../styles.css"), "utf8")

describe("the stylesheet", () => {
  it("changes what is under a mouse alone: a finger leaves :hover behind on what it has touched", () => {
    const forAll = STYLES.replace(/^@media \(hover: hover\) \{.*?^\}/gms, "")
    expect(forAll).not.toContain(":hover")
    expect(STYLES).toContain(":hover")
  })

  it("mixes no colors, which older browsers answer by none at all", () => {
    expect(STYLES).not.toContain("color-mix")
  })
})
