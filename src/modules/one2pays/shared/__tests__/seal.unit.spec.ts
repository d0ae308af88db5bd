import { resolveOptions } from "../../config/options"
import { Seal } from "../seal"

const key = (filledWith: number) => Buffer.alloc(32, filledWith)
const NUMBER = "1234567890"
const CONTEXT = "one2pays_payment:o2ppay_1"

/** The same seal with one of its parts changed: version, key id, iv, tag or body. */
function tampered(sealed: string, part: number): string {
  return sealed
    .split(".")
    .map((text, at) =>
      at === part ? (text.startsWith("A") ? "B" : "A") + text.slice(1) : text
    )
    .join(".")
}

describe("Seal", () => {
  it.each(["1234567890", "", "สมชาย 🏦", "1".repeat(10_000)])(
    "opens what it sealed (%#)",
    (text) => {
      const seal = new Seal([key(1)])
      expect(seal.open(seal.seal(text, CONTEXT), CONTEXT)).toBe(text)
    }
  )

  it("shows nothing of what it holds", () => {
    const sealed = new Seal([key(1)]).seal(NUMBER, CONTEXT)
    expect(sealed).not.toContain(NUMBER)
    expect(Buffer.from(sealed, "base64url").toString()).not.toContain(NUMBER)
    expect(sealed).not.toContain(key(1).toString("base64url").slice(0, 8))
  })

  it("seals the same number differently every time, so that equal numbers do not show", () => {
    const seal = new Seal([key(1)])
    const sealed = Array.from({ length: 100 }, () => seal.seal(NUMBER, CONTEXT))
    const ivs = sealed.map((text) => text.split(".")[2])
    expect(new Set(ivs).size).toBe(100)
    expect(new Set(sealed).size).toBe(100)
  })

  it("names the same number in the same way under each key, the present one first", () => {
    const names = new Seal([key(1), key(2)]).names(NUMBER)
    expect(new Seal([key(1)]).names(NUMBER)).toEqual([names[0]])
    expect(new Seal([key(2), key(1)]).names(NUMBER)).toEqual(names.toReversed())
    expect(new Seal([key(1)]).names("1234567891")).not.toContain(names[0])
    expect(names.join()).not.toContain(NUMBER)
  })

  it("does not open in another row than it was sealed for", () => {
    const seal = new Seal([key(1)])
    const sealed = seal.seal(NUMBER, CONTEXT)
    for (const context of ["one2pays_payment:o2ppay_2", "", `${CONTEXT} `]) {
      expect(() => seal.open(sealed, context)).toThrow()
    }
  })

  it.each([
    ["version", 0],
    ["key's name", 1],
    ["iv", 2],
    ["tag", 3],
    ["text", 4],
  ])("does not open when its %s was changed", (_, part) => {
    const seal = new Seal([key(1)])
    const changed = tampered(seal.seal(NUMBER, CONTEXT), part)
    expect(() => seal.open(changed, CONTEXT)).toThrow()
  })

  it("does not open when it was cut off anywhere", () => {
    const seal = new Seal([key(1)])
    const sealed = seal.seal(NUMBER, CONTEXT)
    for (let length = 0; length < sealed.length; length++) {
      expect(() => seal.open(sealed.slice(0, length), CONTEXT)).toThrow()
    }
  })

  it("does not open with a tag shorter than GCM's sixteen bytes", () => {
    const seal = new Seal([key(1)])
    const parts = seal.seal(NUMBER, CONTEXT).split(".")
    for (const bytes of [4, 8, 12, 15]) {
      parts[3] = Buffer.from(parts[3]!, "base64url")
        .subarray(0, bytes)
        .toString("base64url")
      expect(() => seal.open(parts.join("."), CONTEXT)).toThrow()
    }
  })

  it("says nothing of the number when it does not open", () => {
    const seal = new Seal([key(1)])
    const sealed = seal.seal(NUMBER, CONTEXT)
    for (const [text, context] of [
      [sealed, "elsewhere"],
      [tampered(sealed, 4), CONTEXT],
      [NUMBER, CONTEXT],
    ] as const) {
      expect(() => seal.open(text, context)).toThrow(
        expect.objectContaining({
          message: expect.not.stringContaining(NUMBER),
        })
      )
    }
  })

  describe("while its key is replaced", () => {
    const before = new Seal([key(1)])
    const during = new Seal([key(2), key(1)])
    const after = new Seal([key(2)])

    it("still opens what the former key sealed", () => {
      expect(during.open(before.seal(NUMBER, CONTEXT), CONTEXT)).toBe(NUMBER)
    })

    it("seals with the new key, so that the former one can be taken away", () => {
      expect(after.open(during.seal(NUMBER, CONTEXT), CONTEXT)).toBe(NUMBER)
      expect(() => before.open(during.seal(NUMBER, CONTEXT), CONTEXT)).toThrow()
    })

    it("asks for the former key when it was taken away too early", () => {
      expect(() => after.open(before.seal(NUMBER, CONTEXT), CONTEXT)).toThrow(
        "Add the former key to the list in options.encryptionKey"
      )
    })
  })

  it("needs a key, and one of 32 bytes", () => {
    expect(() => new Seal([])).toThrow("a seal needs a key")
    expect(() => new Seal([Buffer.alloc(16)]).seal(NUMBER, CONTEXT)).toThrow()
  })

  // Made once by another implementation (Python's cryptography): rows in a merchant's database have to open for good.
  describe("made elsewhere", () => {
    it("opens under a given key", () => {
      const given = Buffer.from(Array.from({ length: 32 }, (_, at) => at))
      expect(
        new Seal([given]).open(
          "s1.Yw3NKWbE.ZGVmZ2hpamtsbW5v.NEx3rhwfTQBHFmAXvSYWrw.eSntUkzfYaYHUg",
          "row_1"
        )
      ).toBe(NUMBER)
    })

    it("opens under the key that HKDF derives from the secret key", () => {
      expect(
        Seal.fromOptions({ secretKey: "sk_test_example" }).open(
          "s1.inPpKj5r.ZGVmZ2hpamtsbW5v.GJRNT67sMKAEgtn6X76Xcw.GGsHsbUExNwSLw",
          "row_1"
        )
      ).toBe(NUMBER)
    })
  })
})

describe("Seal.fromOptions", () => {
  const options = (
    encryptionKey?: string | string[],
    secretKey = "sk_test_1"
  ) =>
    resolveOptions({
      apiKey: "pk_test_1",
      secretKey,
      webhookSecret: "x",
      baseUrl: "https://gateway.example",
      encryptionKey,
    })
  const HEX = key(7).toString("hex")

  it("derives the key from the secret key when none is given", () => {
    const sealed = Seal.fromOptions(options()).seal(NUMBER, CONTEXT)
    expect(Seal.fromOptions(options()).open(sealed, CONTEXT)).toBe(NUMBER)
    expect(() =>
      Seal.fromOptions(options(undefined, "sk_test_2")).open(sealed, CONTEXT)
    ).toThrow("options.encryptionKey")
  })

  it("opens rows from before a key was given", () => {
    const sealed = Seal.fromOptions(options()).seal(NUMBER, CONTEXT)
    expect(Seal.fromOptions(options(HEX)).open(sealed, CONTEXT)).toBe(NUMBER)
  })

  it("seals with the given key, whatever becomes of the secret key", () => {
    const sealed = Seal.fromOptions(options(HEX)).seal(NUMBER, CONTEXT)
    expect(
      Seal.fromOptions(options(HEX, "sk_test_2")).open(sealed, CONTEXT)
    ).toBe(NUMBER)
  })

  it("takes one key for the same in hex and in base64", () => {
    const sealed = Seal.fromOptions(options(HEX)).seal(NUMBER, CONTEXT)
    const base64 = key(7).toString("base64")
    expect(Seal.fromOptions(options(base64)).open(sealed, CONTEXT)).toBe(NUMBER)
  })

  it("seals with the first of a list and opens with any", () => {
    const former = Seal.fromOptions(options(HEX))
    const both = Seal.fromOptions(options([key(8).toString("base64"), HEX]))
    expect(both.open(former.seal(NUMBER, CONTEXT), CONTEXT)).toBe(NUMBER)
    expect(() => former.open(both.seal(NUMBER, CONTEXT), CONTEXT)).toThrow()
  })
})
