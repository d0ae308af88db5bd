import { asValue, createContainer } from "@medusajs/framework/awilix"
import type { MedusaRequest } from "@medusajs/framework/http"
import { One2PaysError } from "../../../gateway"
import {
  publicError,
  toPublicError,
} from "../../../modules/one2pays/errors/public-error"
import { logRefusals } from "../language/log-refusals"

/** A shop's own logger, whose methods work on itself alone. */
class OwnLogger {
  #lines: unknown[][] = []
  readonly prefix = "shop"
  readonly debug = (...parts: unknown[]) =>
    this.#lines.push(["debug", ...parts])
  warn(...parts: unknown[]) {
    this.#lines.push(["warn", ...parts])
  }
  error(...parts: unknown[]) {
    this.#lines.push(["error", ...parts])
  }
  get lines() {
    return this.#lines
  }
}

/** Runs the middleware, and returns the logger that the error handler finds and the lines that come of it. */
function request(originalUrl = "/store/carts/cart_1/complete?fields=id") {
  const logger = Object.freeze(new OwnLogger())
  const container = createContainer().register({ logger: asValue(logger) })
  const scope = container.createScope()
  const next = jest.fn()
  logRefusals(
    { method: "POST", originalUrl, scope } as unknown as MedusaRequest,
    undefined as never,
    next
  )
  expect(next).toHaveBeenCalledWith()
  expect(container.resolve("logger")).toBe(logger)
  return { log: scope.resolve<OwnLogger>("logger"), lines: logger.lines }
}

describe("logRefusals", () => {
  it.each([
    ["one2pays_busy", "warn"],
    ["one2pays_misconfigured", "error"],
  ] as const)("makes a line of %s, at level %s", (code, level) => {
    const { log, lines } = request()
    log.error(publicError(code, { en: "No.", th: "ไม่" }))
    expect(lines).toEqual([
      [
        level,
        `[one2pays] a request was refused: code=${code} method=POST path=/store/carts/cart_1/complete message=No.`,
      ],
    ])
  })

  it("makes the same line of an error that a workflow has carried", () => {
    const { log, lines } = request()
    log.error({
      code: "one2pays_busy",
      message: "No.",
      stack: "Error: No.\n⮑ at [complete-cart -> step (invoke)]",
    })
    expect(lines).toEqual([["warn", expect.stringMatching(/message=No\.$/)]])
  })

  it("adds nothing above debug to the line that told of the gateway's failure", () => {
    const { log, lines } = request()
    const failure = new One2PaysError({ code: "TIMEOUT" })
    const error = toPublicError(failure, log as never, "no payment")
    log.error(JSON.parse(JSON.stringify(error)))
    expect(lines.map(([level]) => level)).toEqual(["warn", "debug"])
  })

  it("lets no path end its line or fill the disk", () => {
    const { log, lines } = request(`/store/\u0085${"x".repeat(10_000)}`)
    log.error(publicError("one2pays_busy"))
    const line = String(lines[0]![1])
    expect(line).not.toMatch(/[\n\u0085]/)
    expect(line.length).toBeLessThan(500)
  })

  it.each([
    [new Error("a bug")],
    [Object.assign(new Error("theirs"), { code: "card_declined" })],
    ["a line"],
    ["Error 500 at /", new Error("of express")],
    [undefined],
  ])("logs every other error as ever (%#)", (...parts) => {
    const { log, lines } = request()
    log.error(...parts)
    expect(lines).toEqual([["error", ...parts]])
  })

  it("is the shop's own logger in all else", () => {
    const { log, lines } = request()
    log.warn("a", 1)
    log.debug("b")
    expect(lines).toEqual([
      ["warn", "a", 1],
      ["debug", "b"],
    ])
    expect(log.prefix).toBe("shop")
    expect(log).toBeInstanceOf(OwnLogger)
    expect("warn" in log).toBe(true)
  })
})
