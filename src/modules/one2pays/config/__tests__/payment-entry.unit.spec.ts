import { findPaymentEntryProblem } from "../payment-entry"

const OURS = {
  resolve: "medusa-plugin-one2pays/providers/one2pays",
  id: "one2pays",
}
const STRIPE = { resolve: "@medusajs/medusa/payment-stripe", id: "stripe" }

const entry = (providers: unknown, dependencies: unknown = BOTH) => ({
  resolve: "@medusajs/medusa/payment",
  dependencies,
  options: { providers },
})
const BOTH = ["query", "one2pays"]

describe("findPaymentEntryProblem", () => {
  it("finds nothing wrong with the entry of the README", () => {
    expect(findPaymentEntryProblem(entry([OURS]))).toBeNull()
  })

  it("accepts other providers and other dependencies beside ours", () => {
    expect(
      findPaymentEntryProblem(
        entry([STRIPE, OURS], ["logger", "one2pays", "query"])
      )
    ).toBeNull()
  })

  it("finds a second entry of ours, whose customers nobody would look after", () => {
    expect(
      findPaymentEntryProblem(entry([OURS, { ...OURS, id: "main" }]))
    ).toMatch(/must have id: "one2pays"/)
  })

  it.each([undefined, null, false, true, "@medusajs/medusa/payment", [OURS]])(
    "writes the whole entry out for a shop that has %p instead",
    (written) => {
      expect(findPaymentEntryProblem(written)).toBe(
        'the payment module is not configured. Write: { resolve: "@medusajs/medusa/payment", dependencies: ["query", "one2pays"], options: { providers: [{ resolve: "medusa-plugin-one2pays/providers/one2pays", id: "one2pays" }] } }'
      )
    }
  )

  it.each([
    ["no options", { dependencies: BOTH }],
    ["options that are no object", { dependencies: BOTH, options: "all" }],
    ["no list of providers", entry(undefined)],
    ["an object of providers", entry({ one2pays: OURS })],
    ["an empty list", entry([])],
    ["another provider alone", entry([STRIPE])],
    ["nothing that could be a provider", entry([null, "one2pays", 5])],
    [
      "our plugin instead of its provider",
      entry([{ ...OURS, resolve: "medusa-plugin-one2pays" }]),
    ],
    [
      "a provider of a longer name",
      entry([{ ...OURS, resolve: "x/providers/one2pays-old" }]),
    ],
    ["a provider without a path", entry([{ id: "one2pays" }])],
  ])("asks for our provider where there is %s", (_, written) => {
    expect(findPaymentEntryProblem(written)).toMatch(
      /^the payment module lacks our provider\. Add to its options\.providers: \{ resolve: "medusa-plugin-one2pays\/providers\/one2pays", id: "one2pays" \}$/
    )
  })

  it.each([undefined, "one2pay", "pp_one2pays", ""])(
    "asks for the id that webhooks and storefronts rely on instead of %p",
    (id) => {
      expect(findPaymentEntryProblem(entry([{ ...OURS, id }]))).toMatch(
        /must have id: "one2pays"$/
      )
    }
  )

  it("says where options belong that the merchant wrote beside the provider", () => {
    const problem = findPaymentEntryProblem(
      entry([{ ...OURS, options: { secretKey: "sk_test_1" } }])
    )
    expect(problem).toMatch(/takes no options\. Move them to plugins: /)
    expect(problem).not.toContain("sk_test_1")
  })

  it("does not mind options without content", () => {
    expect(
      findPaymentEntryProblem(entry([{ ...OURS, options: {} }]))
    ).toBeNull()
  })

  it.each([
    [undefined, '"query" and "one2pays"'],
    [[], '"query" and "one2pays"'],
    ["query", '"query" and "one2pays"'],
    [["query"], '"one2pays"'],
    [["one2pays"], '"query"'],
  ])(
    "names what is missing of the dependencies %p",
    (dependencies, missing) => {
      const written = { ...entry([OURS]), dependencies }
      expect(findPaymentEntryProblem(written)).toBe(
        `the payment module lacks ${missing} in its dependencies. Write: dependencies: ["query", "one2pays"]`
      )
    }
  )

  it.each([
    "medusa-plugin-one2pays/providers/one2pays",
    "./node_modules/medusa-plugin-one2pays/.medusa/server/src/providers/one2pays/index.js",
    "C:\\shop\\node_modules\\medusa-plugin-one2pays\\providers\\one2pays",
    "/shop/packages/providers/one2pays",
  ])("knows our provider by its path: %s", (resolve) => {
    expect(findPaymentEntryProblem(entry([{ ...OURS, resolve }]))).toBeNull()
  })

  it("recognizes our provider when the merchant gives the module", () => {
    const services = [
      class {
        static identifier = "one2pays"
      },
    ]
    for (const resolve of [{ services }, { default: { services } }]) {
      expect(findPaymentEntryProblem(entry([{ ...OURS, resolve }]))).toBeNull()
    }
  })

  it("does not take another module for our provider", () => {
    for (const resolve of [
      {},
      { services: "one2pays" },
      { services: [null, "one2pays", class Plain {}] },
      {
        services: [
          class {
            static identifier = "stripe"
          },
        ],
      },
      { default: null },
    ]) {
      expect(findPaymentEntryProblem(entry([{ ...OURS, resolve }]))).toMatch(
        /lacks our provider/
      )
    }
  })

  it("says everything in one line", () => {
    for (const written of [null, entry([]), entry([OURS], [])]) {
      expect(findPaymentEntryProblem(written)).not.toContain("\n")
    }
  })
})
