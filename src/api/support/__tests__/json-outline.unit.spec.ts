import { JsonOutline, LARGEST_PIECE } from "../requests/json-outline"

/** Parses a text that arrives in pieces of so many bytes. */
async function parse(text: string, pieces = 7): Promise<unknown> {
  const bytes = Buffer.from(text)
  const outline = new JsonOutline()
  for (let from = 0; from < bytes.length; from += pieces) {
    outline.follow(bytes.subarray(from, from + pieces))
  }
  return outline.parse(bytes)
}

const row = (more: object = {}) => ({
  account_name: 'ส\\"[{,]}สวัสดี',
  metadata: { a: [1, [2, { b: "]" }]] },
  ...more,
})

it.each([
  { rows: [] },
  { rows: [[]] },
  { rows: [row()], idempotency_key: "k" },
  { rows: [row(), null, 1, "x,]", [], {}], more: [[1], 2], deep: { a: [3] } },
  { "": [0], "[1,2]": "{", rows: [row(), row()] },
  [1, [2], { a: [3, 4] }],
  {},
  "text",
  7,
  null,
])("reads what JSON.parse reads: %j", async (value) => {
  for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
    for (const pieces of [1, 2, 3, 1000]) {
      expect(await parse(text, pieces)).toEqual(value)
    }
  }
})

it("reads a text that begins with a byte order mark", async () => {
  for (const value of [{ rows: [1, row()] }, { note: "x" }]) {
    expect(await parse(`\ufeff${JSON.stringify(value)}`)).toEqual(value)
  }
})

it("takes the last of two equal names, as JSON.parse does, and no prototype", async () => {
  expect(await parse('{"rows":[1,2],"rows":[3]}')).toEqual({ rows: [3] })
  expect(await parse('{"rows":[1],"rows":2}')).toEqual({ rows: 2 })
  const read = await parse('{"__proto__":[1],"rows":[2]}')
  expect(Object.keys(read as object)).toEqual(["__proto__", "rows"])
})

it.each([
  "",
  "{",
  '{"rows":[',
  '{"rows":[1',
  '{"rows":[1,',
  '{"rows":[1,]}',
  '{"rows":[,1]}',
  '{"rows":[1 2]}',
  '{"rows":[1}',
  '{"rows":[1]]}',
  '{"rows":[{]}}',
  '{"rows":[1],}',
  '{"rows":[1]}{"rows":[2]}',
  '{"rows":["1]}',
  "]",
  "}",
])("refuses %j, as JSON.parse does, and does not repeat it", async (text) => {
  expect(() => JSON.parse(text) as unknown).toThrow()
  await expect(parse(text)).rejects.toMatchObject({
    status: 400,
    message: "The request is not valid JSON.",
  })
})

it("refuses what is too deep before it has come to its end", () => {
  const outline = new JsonOutline()
  expect(() => {
    outline.follow(Buffer.from('{"a":['.repeat(17)))
  }).toThrow(expect.objectContaining({ status: 400 }))
})

it("refuses too many values before they have come to their end", () => {
  const outline = new JsonOutline()
  expect(() => {
    for (let sent = 0; sent < 1000; sent += 1) {
      outline.follow(Buffer.from("1,".repeat(1000)))
    }
  }).toThrow(expect.objectContaining({ status: 413 }))
})

it.each([
  ["an item", `{"rows":[1,"${"x".repeat(LARGEST_PIECE)}"]}`],
  ["what stands around the items", `{"a":"${"x".repeat(LARGEST_PIECE)}"}`],
])("refuses %s that is too large to be parsed at once", async (_, text) => {
  await expect(parse(text, 1000)).rejects.toMatchObject({ status: 413 })
})

it("lets others work while it parses a large text", async () => {
  const text = JSON.stringify({ rows: Array(10_000).fill(row()) })
  let isDone = false
  let turns = 0
  const others = () => {
    turns += 1
    if (!isDone) setImmediate(others)
  }
  others()
  await parse(text, text.length)
  isDone = true
  expect(turns).toBeGreaterThan(Buffer.byteLength(text) / LARGEST_PIECE)
})
