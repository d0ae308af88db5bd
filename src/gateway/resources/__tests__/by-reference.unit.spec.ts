import { createByReference } from "../by-reference"
import { One2PaysError, type One2PaysErrorFields } from "../../errors"
import type { ListQuery, Page } from "../pages"

interface Thing {
  id: string
  referenceId: string | null
}

const missing = (fields: Partial<One2PaysErrorFields> = {}) =>
  new One2PaysError({ code: "RESOURCE_NOT_FOUND", status: 404, ...fields })

function page(items: Thing[], hasMore = false): Page<Thing> {
  return { items, hasMore, total: 0, page: 1, limit: 100, totalPages: 1 }
}

function lookUp(route: () => Promise<Thing>, pages: Page<Thing>[]) {
  const asked: ListQuery[] = []
  const byReference = createByReference<Thing>({
    route: () => route(),
    list: async (query) => {
      asked.push(query)
      return pages[(query.page ?? 1) - 1] ?? page([])
    },
    retrieve: async (id) => ({ id, referenceId: `whole ${id}` }),
  })
  return { byReference, asked }
}

const thing = { id: "1", referenceId: "order_1" }
const other = { id: "2", referenceId: "order_10" }

describe("a look-up by reference", () => {
  it("takes what the route answers", async () => {
    const { byReference, asked } = lookUp(async () => thing, [])
    await expect(byReference("order_1")).resolves.toBe(thing)
    expect(asked).toEqual([])
  })

  it.each([
    [missing()],
    [missing({ code: "HTTP_ERROR" })],
    [missing({ code: "HTTP_ERROR", status: 405 })],
  ])("asks the list where the route may be missing: %s", async (error) => {
    const { byReference, asked } = lookUp(
      () => Promise.reject(error),
      [page([other], true), page([thing])]
    )
    const createdAfter = new Date("2024-01-01T01:00:00.000Z")
    await expect(byReference("order_1", { createdAfter })).resolves.toEqual({
      id: "1",
      referenceId: "whole 1",
    })
    expect(asked).toEqual([
      {
        page: 1,
        limit: 100,
        sortBy: "createdAt",
        sortOrder: "desc",
        dateFrom: new Date("2024-01-01T00:50:00.000Z"),
      },
      expect.objectContaining({ page: 2 }),
    ])
  })

  it("answers null when the whole list has none", async () => {
    const { byReference } = lookUp(
      () => Promise.reject(missing()),
      [page([other])]
    )
    await expect(byReference("order_1")).resolves.toBeNull()
  })

  it("believes a 404 of a route that has worked before", async () => {
    let answer = async () => thing
    const { byReference, asked } = lookUp(() => answer(), [page([thing])])
    await byReference("order_1")
    answer = () => Promise.reject(missing())
    await expect(byReference("order_1")).resolves.toBeNull()
    expect(asked).toEqual([])

    answer = () => Promise.reject(missing({ code: "HTTP_ERROR" }))
    await expect(byReference("order_1")).resolves.not.toBeNull()
  })

  it("does not take somebody else's object from the route", async () => {
    const { byReference } = lookUp(async () => other, [page([])])
    await expect(byReference("order_1")).resolves.toBeNull()
  })

  it("proves no absence by a list that goes on", async () => {
    const endless = Array.from({ length: 20 }, () => page([other], true))
    const { byReference, asked } = lookUp(
      () => Promise.reject(missing()),
      endless
    )
    await expect(byReference("order_1")).rejects.toMatchObject({
      code: "LOOKUP_INCONCLUSIVE",
      outcome: "unknown",
      referenceId: "order_1",
    })
    expect(asked).toHaveLength(10)
  })

  it("proves no absence by a list that does not name references", async () => {
    const { byReference } = lookUp(
      () => Promise.reject(missing()),
      [page([{ id: "9", referenceId: null }])]
    )
    await expect(byReference("order_1")).rejects.toMatchObject({
      code: "LOOKUP_INCONCLUSIVE",
    })
  })

  it("lets every other error pass", async () => {
    const down = new One2PaysError({ code: "MAINTENANCE_MODE", status: 503 })
    const { byReference } = lookUp(() => Promise.reject(down), [])
    await expect(byReference("order_1")).rejects.toBe(down)
  })
})
