import { judgeAll } from "../../src/doctor"
import {
  canPlayTogether,
  READING_NAMES,
  type ReadingName,
} from "../../src/sandbox/readings"
import { runSeed, seeded } from "../cluster/random"
import { checkSandbox, seeReadings } from "./check-sandbox"
import { isNamed } from "./names-readings"

const MIXTURES = 12

/** Nothing is created for a refused bank, so that it hides the rest. */
const MIXED = READING_NAMES.filter((name) => name !== "bank-refused")

/** Without a QR nothing tells the unit. */
const NEED_A_QR: readonly ReadingName[] = ["satang", "baht", "satang-added"]

function mix(random: () => number): ReadingName[] {
  const mixture: ReadingName[] = []
  for (const name of MIXED) {
    const fits = mixture.every((other) => canPlayTogether(name, other))
    if (fits && random() < 0.5) {
      mixture.push(name)
    }
  }
  return mixture
}

describe("the doctor names the reading", () => {
  it.each(READING_NAMES)("%s", async (name) => {
    const { findings } = await seeReadings([name])
    expect({ name, isNamed: isNamed(name, findings), findings }).toMatchObject({
      isNamed: true,
    })
    const { isReady } = judgeAll(findings)
    expect(isReady).toBe(name !== "bank-refused" && name !== "use_payment_app")
  })

  const random = seeded(runSeed())
  it.each(Array.from({ length: MIXTURES }, () => [mix(random)]))(
    "in the mixture %j",
    async (mixture) => {
      const { findings } = await seeReadings(mixture)
      const hidden = mixture.includes("use_payment_app") ? NEED_A_QR : []
      const unnamed = mixture.filter(
        (name) => !hidden.includes(name) && !isNamed(name, findings)
      )
      expect({ unnamed, findings }).toMatchObject({ unnamed: [] })
    }
  )
})

describe("the unit", () => {
  it.each([
    ["satang", "baht"],
    ["baht", "satang"],
  ] as const)(
    "is told where the account speaks %s and the config says %s",
    async (unit, amountUnit) => {
      const { findings, payments } = await checkSandbox(
        { readings: [unit] },
        { settings: { amountUnit } }
      )
      expect(findings).toContainEqual({
        key: "unit_contradicted",
        values: { unit, configured: amountUnit },
        config: `amountUnit: "${unit}"`,
      })
      expect(judgeAll(findings)).toMatchObject({
        isReady: false,
        config: [`amountUnit: "${unit}"`],
      })
      expect(payments).toMatchObject([{ status: "canceled" }])
    }
  )
})

describe("a check that only reads", () => {
  it("creates nothing, and is not enough to go live", async () => {
    const { findings, payments } = await checkSandbox({}, { create: undefined })
    expect(payments).toEqual([])
    expect(judgeAll(findings)).toMatchObject({
      ...{ isReady: false, bad: 0 },
      unseen: ["payment", "instructions", "unit", "cancel"],
    })
  })
})
