import {
  idempotencyKeyFor,
  keyOf,
  namesOf,
  newIdempotencyKey,
  referenceFor,
} from "../reference"

describe("referenceFor", () => {
  it("is the order id for the first payment", () => {
    expect(referenceFor("order_01JABC", 1)).toBe("order_01JABC")
  })

  it("numbers every later payment for the same order", () => {
    expect(referenceFor("order_01JABC", 2)).toBe("order_01JABC.2")
    expect(referenceFor("order_01JABC", 10)).toBe("order_01JABC.10")
  })

  it("keeps to the characters that the gateway takes", () => {
    for (const attempt of [1, 2, 99]) {
      expect(referenceFor("order_01JABCDEFGHJKMNPQRSTVWXYZ0", attempt)).toMatch(
        /^[A-Za-z0-9_.-]{1,255}$/
      )
    }
  })
})

describe("idempotencyKeyFor", () => {
  // Python: uuid.uuid5(uuid.UUID("6f1d1b5e-8a0c-5d3a-9c57-3a3f6f0f4c11"), reference)
  it.each([
    [
      "order_01JABCDEFGHJKMNPQRSTVWXYZ0",
      "5995fd5c-6465-575d-bed9-794aa72dd2c8",
    ],
    [
      "order_01JABCDEFGHJKMNPQRSTVWXYZ0.2",
      "3b14b354-6c9e-5fa1-aec6-e43f858f0dc7",
    ],
    [
      "order_01JABCDEFGHJKMNPQRSTVWXYZ0.3",
      "f119ea0d-7986-5356-a580-950edca6c86f",
    ],
    ["a", "b8862656-a67d-5939-876f-ce9f20bc8deb"],
    ["order_1", "833bc9fe-98c1-58f7-abd7-0b73bcddf95e"],
    ["คำสั่งซื้อ", "f9572611-049f-5283-be6f-d96b05f6fe0a"],
  ])(
    "gives %s the key that any implementation of UUIDv5 gives it",
    (reference, expected) => {
      expect(idempotencyKeyFor(reference)).toBe(expected)
    }
  )

  it("gives the same reference the same key, in every process and after every crash", () => {
    expect(idempotencyKeyFor("order_1")).toBe(idempotencyKeyFor("order_1"))
  })

  it("gives every reference a key of its own, marked as version 5 of RFC 9562's variant", () => {
    const keys = Array.from({ length: 1000 }, (_, at) =>
      idempotencyKeyFor(referenceFor("order_1", at + 1))
    )
    expect(new Set(keys).size).toBe(1000)
    for (const key of keys) {
      expect(key).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
      )
    }
  })
})

describe("the key of a payment", () => {
  const KEY = newIdempotencyKey("order_1")

  it("is another one for every request, with the same reference too", () => {
    const keys = Array.from({ length: 100 }, () => newIdempotencyKey("order_1"))
    expect(new Set([...keys, KEY]).size).toBe(101)
    expect(KEY).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/)
  })

  it("is the one in its row, also where a call only names it", () => {
    const row = { reference_id: "order_1", idempotency_key: KEY }
    expect(keyOf(row)).toBe(KEY)
    expect(namesOf(row)).toEqual({
      referenceId: "order_1",
      idempotencyKey: KEY,
    })
  })

  it("is that of its reference in a row from before, which may have been sent with it", () => {
    const row = { reference_id: "order_1", idempotency_key: null }
    expect(keyOf(row)).toBe(idempotencyKeyFor("order_1"))
    expect(namesOf({ ...row, reference_id: null })).toEqual({})
  })
})
