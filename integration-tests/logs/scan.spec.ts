import fs from "node:fs"
import path from "node:path"
import { randomUUID } from "node:crypto"
import { logger } from "@medusajs/framework/logger"
import { findSecrets } from "../../scripts/scan-logs.cjs"
import { costOfLength } from "../../src/__tests__/cost-of-length"
import { LOG_DIRECTORY } from "../setup/secrets"

const NUMBER = "987-6-54321-0"
const NAME = "มานี รักเรียน"
const KEY = Buffer.from("a key of the tests, 32 bytes long").toString("base64")

const SECRETS = [
  { kind: "account number", value: NUMBER },
  { kind: "name", value: NAME },
  { kind: "key", value: KEY },
] as const

const kindsIn = (line: string) =>
  findSecrets(`before\n${line}\nafter`, SECRETS).map(({ line, kind }) => {
    expect(line).toBe(2)
    return kind
  })

const escaped = (text: string) =>
  text.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  )

describe("the scan of what was logged", () => {
  it.each([
    ["as it is", "account 987-6-54321-0 refused", "account number"],
    ["without its dashes", "account 9876543210 refused", "account number"],
    ["with other ones", "account 98 76543–210", "account number"],
    ["within other digits", "fields=0049876543210", "account number"],
    ["percent-encoded", "/q?a=987%2D6%2d54321%20%2D0", "account number"],
    ["plus-encoded", "a=987+654+3210", "account number"],
    ["in JSON", '{"customerBankAccountNumber":"9876543210"}', "account number"],
    ["as it is", `payer ${NAME}`, "name"],
    ["by one of its words", "payer รักเรียน", "name"],
    ["without its space", "มานีรักเรียน", "name"],
    ["percent-encoded", `?name=${encodeURIComponent(NAME)}`, "name"],
    ["percent-encoded twice", encodeURIComponent(encodeURI(NAME)), "name"],
    ["escaped", JSON.stringify({ name: escaped(NAME) }), "name"],
    ["escaped once", `{"name":"${escaped(NAME)}"}`, "name"],
    ["as it is", `encryptionKey: '${KEY}'`, "key"],
    ["percent-encoded", `key=${encodeURIComponent(KEY)}`, "key"],
    ["by its shape", "secretKey: 'sk_live_abc123'", "secret key"],
    ["by its shape", "sk_test_sandbox", "secret key"],
    ["by its shape", '"whsec_sandbox"', "webhook secret"],
    [
      "by its shape",
      `x-webhook-signature: sha256=${"0a".repeat(32)}`,
      "signature",
    ],
    ["percent-encoded", `sha256%3D${"0A".repeat(32)}`, "signature"],
    [
      "by its shape",
      "Bearer eyJhbGciOiJIUzI1NiJ9.eyJhY3RvciI6IngifQ.c2lnbmF0dXJlLXNpZw",
      "token",
    ],
  ])("finds, %s: %s", (_, line, kind) => {
    expect(kindsIn(line)).toEqual([kind])
  })

  it.each([
    "one2pays call method=POST path=/payments status=201 ms=35 tries=1 reference=order_01K idempotency_key=833bc9fe-0000-5000-8000-000000000000",
    "987654321 and 0",
    "must start with sk_test_ or sk_live_",
    "sha256=abc",
    "100% of %zz \\u12 \\",
    "",
  ])("lets pass: %s", (line) => {
    expect(kindsIn(line)).toEqual([])
  })

  it("does not repeat what it has found", () => {
    const findings = findSecrets(`x ${NUMBER} ${NAME} ${KEY}`, SECRETS)
    expect(findings).toHaveLength(3)
    expect(JSON.stringify(findings)).not.toMatch(/9876|รักเรียน|YSBrZXk/)
  })

  it("is quick with a line as long as a page", () => {
    const cost = costOfLength((length) => {
      const percents = "%25".repeat(length / 6)
      const escapes = "\\\\u0041".repeat(length / 14)
      return findSecrets(percents + escapes, SECRETS)
    }, 300_000)
    expect(cost).toBeLessThan(8)
  })

  const whenKept = LOG_DIRECTORY ? it : it.skip
  whenKept("sees what is logged at every level, and what is printed", () => {
    const ways: ((mark: string) => unknown)[] = [
      (mark) => logger.silly(mark),
      (mark) => logger.debug(mark),
      (mark) => logger.info(mark),
      (mark) => logger.warn(mark),
      // Begins like what is known for noise, so that nobody has to see it.
      (mark) =>
        console.log(`Connection Error: Connection ended unexpectedly ${mark}`),
    ]
    const marks = ways.map((write) => {
      const mark = randomUUID()
      write(mark)
      return mark
    })
    const kept = fs
      .readdirSync(LOG_DIRECTORY!)
      .filter((name) => name.endsWith(".log"))
      .map((name) => fs.readFileSync(path.join(LOG_DIRECTORY!, name), "utf8"))
      .join("\n")
    expect(marks.filter((mark) => !kept.includes(mark))).toEqual([])
  })
})
