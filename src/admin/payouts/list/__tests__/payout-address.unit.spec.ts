import { payoutFilters, toQuery } from "../payout-address"

const address = (search: string) => {
  const params = new URLSearchParams(search)
  return {
    has: (name: string) => params.has(name),
    get: (name: string) => params.get(name) ?? "",
    getAll: (name: string) => params.getAll(name).filter(Boolean),
  }
}

describe("a filter that was just added from the menu", () => {
  it("stays in the address without a value, so that the table shows it", () => {
    expect(payoutFilters.toUrl({ state: [] })).toMatchObject({
      state: [],
      kind: null,
    })
    expect(payoutFilters.toUrl({ created_at: null })).toMatchObject({
      from: [],
      to: null,
    })
    expect(payoutFilters.filtersIn(address("state="))).toEqual({ state: [] })
    expect(payoutFilters.filtersIn(address("kind="))).toEqual({ kind: [] })
    expect(payoutFilters.filtersIn(address("from="))).toEqual({
      created_at: null,
    })
  })

  it("is not asked of the server", () => {
    expect(toQuery(address("state=&kind=&from="))).toEqual({})
  })
})

it("filters stand in the address, and go to the server", () => {
  expect(
    payoutFilters.toUrl({ state: ["paid", "failed"], kind: ["refund"] })
  ).toEqual({
    state: ["paid", "failed"],
    kind: ["refund"],
    from: null,
    to: null,
    page: null,
  })
  const url = address("state=paid&state=failed&kind=refund&q=x")
  expect(payoutFilters.filtersIn(url)).toEqual({
    state: ["paid", "failed"],
    kind: ["refund"],
  })
  expect(toQuery(url)).toEqual({
    state: ["paid", "failed"],
    kind: ["refund"],
    q: "x",
  })
})

it("an upload, and what the reader may approve, go to the server and are no filters of the table", () => {
  const url = address("batch_id=o2pb_1&approvable=true")
  expect(toQuery(url)).toEqual({ batch_id: "o2pb_1", approvable: "true" })
  expect(payoutFilters.filtersIn(url)).toEqual({})
})

it("without filters nothing is left of them in the address", () => {
  expect(payoutFilters.toUrl({})).toEqual({
    state: null,
    kind: null,
    from: null,
    to: null,
    page: null,
  })
  expect(payoutFilters.filtersIn(address("q=x"))).toEqual({})
})
