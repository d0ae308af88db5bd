import { createByReference } from "../by-reference"
import { One2PaysError, type One2PaysErrorFields } from "../../errors"
import type { ListQuery, Page } from "../pages"
import type { RouteMemory } from "../../route-memory"

interface Thing {
  id: string
  referenceId: string | null
  createdAt: string | null
}

const missing = (fields: Partial<One2PaysErrorFields> = {}) =>
  new One2PaysError({ code: "RESOURCE_NOT_FOUND", status: 404, ...fields })

function page(items: Thing[], hasMore = false): Page<Thing> {
  return { items, hasMore, total: 0, page: 1, limit: 100, totalPages: 1 }
}

const noTime = { createdAt: null }

function lookUp(
  route: () => Promise<Thing>,
  pages: Page<Thing>[],
  routes?: RouteMemory
) {
  const asked: ListQuery[] = []
  const byReference = createByReference<Thing>({
    route: () => route(),
    list: async (query) => {
      asked.push(query)
      return pages[(query.page ?? 1) - 1] ?? page([])
    },
    retrieve: async (id) => ({ id, referenceId: `whole ${id}`, ...noTime }),
    path: "/withdraws",
    routes,
  })
  return { byReference, asked }
}

const thing = { id: "1", referenceId: "order_1", ...noTime }
const other = { id: "2", referenceId: "order_10", ...noTime }

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
    const createdBefore = new Date("2024-01-01T02:00:00.000Z")
    await expect(
      byReference("order_1", { createdAfter, createdBefore })
    ).resolves.toMatchObject({ id: "1", referenceId: "whole 1" })
    expect(asked).toEqual([
      {
        page: 1,
        limit: 100,
        sortBy: "createdAt",
        sortOrder: "desc",
        dateFrom: new Date("2024-01-01T00:50:00.000Z"),
        dateTo: new Date("2024-01-01T02:10:00.000Z"),
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
    const endless = Array.from({ length: 30 }, () => page([other], true))
    const { byReference, asked } = lookUp(
      () => Promise.reject(missing()),
      endless
    )
    await expect(byReference("order_1")).rejects.toMatchObject({
      code: "LOOKUP_INCONCLUSIVE",
      outcome: "unknown",
      referenceId: "order_1",
    })
    expect(asked).toHaveLength(25)
  })

  it("goes on where an earlier search stopped", async () => {
    const at = (createdAt: string) => ({ ...other, createdAt })
    const endless = Array.from({ length: 25 }, (_, index) =>
      page([at(`2024-01-01T02:00:${String(59 - index)}.000Z`)], true)
    )
    const first = lookUp(() => Promise.reject(missing()), endless)
    const createdAfter = new Date("2024-01-01T01:00:00.000Z")
    const error = await first
      .byReference("order_1", { createdAfter })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: "LOOKUP_INCONCLUSIVE",
      searchedTo: new Date("2024-01-01T02:00:35.000Z"),
    })

    const second = lookUp(() => Promise.reject(missing()), [page([thing])])
    await expect(
      second.byReference("order_1", {
        createdAfter,
        createdBefore: new Date("2024-01-01T03:00:00.000Z"),
        searchedTo: (error as One2PaysError).searchedTo,
      })
    ).resolves.toMatchObject({ id: "1" })
    expect(second.asked).toEqual([
      expect.objectContaining({ dateTo: new Date("2024-01-01T02:00:36.000Z") }),
    ])
  })

  it("remembers over a restart that the route exists", async () => {
    const known = new Set<string>()
    const routes: RouteMemory = {
      isKnown: async (path) => known.has(path),
      remember: async (path) => {
        known.add(path)
      },
    }
    await lookUp(async () => thing, [], routes).byReference("order_1")
    const restarted = lookUp(
      () => Promise.reject(missing()),
      [page([thing])],
      routes
    )
    await expect(restarted.byReference("order_1")).resolves.toBeNull()
    expect(restarted.asked).toEqual([])
  })

  it("proves no absence by a list that does not name references", async () => {
    const { byReference } = lookUp(
      () => Promise.reject(missing()),
      [page([{ id: "9", referenceId: null, ...noTime }])]
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
