import { firstDifference, readReport } from "../results.mjs"
import { summarize } from "../summary.mjs"

/** @import { FileReport, Report } from "../results.mjs" */

const ESC = "\u001b"

/**
 * @param {Partial<FileReport>[]} files
 * @returns {Report}
 */
function reportOf(files) {
  const testResults = files.map((file) => ({
    name: "/repo/src/a/__tests__/a.unit.spec.ts",
    message: "",
    status: "passed",
    startTime: 0,
    endTime: 10_000,
    assertionResults: [],
    ...file,
  }))
  const tests = testResults.flatMap((file) => file.assertionResults)
  const count = (/** @type {string} */ status) =>
    tests.filter((test) => test.status === status).length
  return {
    numPassedTests: count("passed"),
    numFailedTests: count("failed"),
    numRuntimeErrorTestSuites: testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && assertionResults.length === 0
    ).length,
    numPendingTests: count("pending"),
    numTodoTests: 0,
    testResults,
  }
}

/**
 * @param {string} title
 * @param {string} status
 */
const test = (title, status, ancestorTitles = [""], duration = 1000) => ({
  title,
  status,
  ancestorTitles,
  duration,
  failureMessages:
    status === "failed"
      ? [
          `Error: ${ESC}[2mexpect(${ESC}[22mreceived).toBe(expected)\n\nExpected: ${ESC}[32m1${ESC}[39m\nReceived: 2\n    at Object.<anonymous> (/repo/a.ts:1:1)`,
        ]
      : [],
})

describe("the report of a stage", () => {
  it("names each failure with its file, its first difference and how to run it alone", () => {
    const { failures, failed } = readReport(
      "/repo",
      "unit",
      reportOf([
        {
          status: "failed",
          assertionResults: [test("costs 1 (one)", "failed")],
        },
      ]),
      "7"
    )
    expect(failed).toBe(1)
    expect(failures).toEqual([
      {
        where: "src/a/__tests__/a.unit.spec.ts",
        what: "costs 1 (one)",
        difference: [
          "Error: expect(received).toBe(expected)",
          "Expected: 1",
          "Received: 2",
        ],
        command: String.raw`npm run test:unit -- src/a/__tests__/a.unit.spec.ts --seed=7 -t 'costs 1 \(one\)'`,
      },
    ])
  })

  it("names the spec, and not the file that it shares with others", () => {
    const { failures, specs } = readReport(
      "/repo",
      "integration",
      reportOf([
        {
          name: "/repo/integration-tests/together/orders.spec.ts",
          status: "failed",
          assertionResults: [
            test("isn't paid twice", "failed", ["", "purchase"], 2000),
            test("is told", "passed", ["", "webhook", "a late one"], 3000),
          ],
        },
      ]),
      "7"
    )
    expect(failures).toMatchObject([
      {
        where: "integration-tests/http/purchase.spec.ts",
        what: "purchase › isn't paid twice",
        command: String.raw`npm run test:integration -- integration-tests/http/purchase.spec.ts --seed=7 -t 'isn'\''t paid twice'`,
      },
    ])
    expect(specs).toEqual([
      { spec: "integration-tests/http/purchase.spec.ts", ms: 2000 },
      { spec: "integration-tests/http/webhook.spec.ts", ms: 3000 },
      { spec: "integration-tests/together/orders.spec.ts", ms: 5000 },
    ])
  })

  it("counts a file that could not be loaded", () => {
    const { failed, failures } = readReport(
      "/repo",
      "unit",
      reportOf([{ status: "failed", message: "SyntaxError: no\n    at x" }]),
      "7"
    )
    expect(failed).toBe(1)
    expect(failures).toMatchObject([{ difference: ["SyntaxError: no"] }])
  })
})

it("leaves the lines that both sides of a difference have out", () => {
  const message = [
    "expect(received).toEqual(expected)",
    "- Expected  - 1",
    "+ Received  + 1",
    "  Object {",
    "-   one: 1,",
    "+   one: 2,",
    "  }",
    "    at Object.<anonymous> (a.ts)",
  ].join("\n")
  expect(firstDifference(message)).toEqual([
    "expect(received).toEqual(expected)",
    "- Expected  - 1",
    "+ Received  + 1",
    "-   one: 1,",
    "+   one: 2,",
  ])
})

it("sums up all stages, the slowest specs and every failure, and ends with the counts", () => {
  const results = readReport(
    "/repo",
    "unit",
    reportOf([
      {
        status: "failed",
        assertionResults: [test("one", "failed"), test("two", "passed")],
      },
    ]),
    "7"
  )
  const lines = summarize(
    [
      {
        name: "types",
        succeeded: false,
        ms: 61_000,
        failures: [
          {
            where: "types",
            difference: ["a.ts(1,1): error"],
            command: "npm run types",
          },
        ],
      },
      {
        name: "unit",
        succeeded: false,
        ms: 5_000,
        results,
        failures: results.failures,
      },
      { name: "lint", succeeded: true, ms: 5_000, failures: [] },
    ],
    { ms: 66_000, seed: "7" }
  ).split("\n")
  expect(lines[0]).toBe("── summary, 1 min 6 s, seed 7 ──")
  expect(lines).toContain("types        FAILED  1 min 1 s")
  expect(lines).toContain(
    "unit         FAILED  5 s          1 passed, 1 failed"
  )
  expect(lines).toContain("lint         ok      5 s")
  expect(lines).toContain("   10 s  src/a/__tests__/a.unit.spec.ts")
  expect(lines).toContain("FAILED types")
  expect(lines).toContain("  alone: npm run types")
  expect(lines.at(-1)).toBe("1 passed, 2 failed")
})
