import { logfmt } from "../logfmt"

describe("logfmt", () => {
  it("writes fields in their order and leaves out those without a value", () => {
    expect(
      logfmt({
        code: "TIMEOUT",
        status: undefined,
        tries: 0,
        request_id: null,
        path: "/payments/:id",
      })
    ).toBe("code=TIMEOUT tries=0 path=/payments/:id")
  })

  it.each([
    ["order 1", '"order 1"'],
    ["", '""'],
    ['say "no"', '"say \\"no\\""'],
    ["a=b", '"a=b"'],
    ["1\r\n[one2pays] forged", '"1\\r\\n[one2pays] forged"'],
    ["a\u2028b\u0085c", '"a\\u2028b\\u0085c"'],
    ["\u001b[31mred", '"\\u001b[31mred"'],
    ["abc\u202etxt", '"abc\\u202etxt"'],
    ["\ud800", '"\\ud800"'],
    ["สมชาย", '"สมชาย"'],
  ])("keeps %j on its line and in its field", (value, written) => {
    expect(logfmt({ reference: value })).toBe(`reference=${written}`)
    expect(JSON.parse(written)).toBe(value)
  })
})
