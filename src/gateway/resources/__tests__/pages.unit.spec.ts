import { type ListQuery, type Page, readPage, walkPages } from "../pages"
import { queryString } from "../query"

interface Item {
  id: string
}
const readItem = (item: unknown) =>
  typeof item === "string" ? { id: item } : undefined

describe("readPage", () => {
  it("reads the documented page", () => {
    const data = { data: ["a"], total: 100, page: 1, limit: 10, totalPages: 10 }
    expect(readPage(data, {}, readItem)).toEqual({
      items: [{ id: "a" }],
      total: 100,
      page: 1,
      limit: 10,
      totalPages: 10,
      hasMore: true,
    })
  })

  it("goes on after a full page where the counts are missing", () => {
    const asked = { page: 2, limit: 2 }
    expect(readPage({ data: ["c", "d"] }, asked, readItem)).toMatchObject({
      page: 2,
      limit: 2,
      total: 4,
      hasMore: true,
    })
    expect(readPage({ data: ["c"] }, asked, readItem)?.hasMore).toBe(false)
  })

  it("ends at an empty page, whatever the gateway counts", () => {
    const data = { data: [], page: 3, totalPages: 10 }
    expect(readPage(data, {}, readItem)?.hasMore).toBe(false)
  })

  it.each([null, [], {}, { data: "x" }, { data: ["a", 5] }])(
    "is undefined for %j",
    (data) => {
      expect(readPage(data, {}, readItem)).toBeUndefined()
    }
  )
})

describe("walkPages", () => {
  const pages = (...ids: string[][]) => {
    const asked: ListQuery[] = []
    const list = async (query: ListQuery): Promise<Page<Item>> => {
      asked.push(query)
      const page = query.page ?? 1
      return {
        items: (ids[page - 1] ?? []).map((id) => ({ id })),
        total: 0,
        page,
        limit: 100,
        totalPages: ids.length,
        hasMore: page < ids.length,
      }
    }
    return { list, asked }
  }
  const collect = async (items: AsyncIterable<Item>) => {
    const ids: string[] = []
    for await (const { id } of items) {
      ids.push(id)
    }
    return ids
  }

  it("walks to the end in pages of 100", async () => {
    const { list, asked } = pages(["a", "b"], ["c"])
    const ids = await collect(walkPages(list, { status: "succeeded" }))
    expect(ids).toEqual(["a", "b", "c"])
    expect(asked).toEqual([
      { status: "succeeded", page: 1, limit: 100 },
      { status: "succeeded", page: 2, limit: 100 },
    ])
  })

  it("gives an object once that moved to the next page meanwhile", async () => {
    const { list } = pages(["a", "b"], ["b", "c"])
    expect(await collect(walkPages(list, {}))).toEqual(["a", "b", "c"])
  })

  it("reads no page that nobody asks for", async () => {
    const { list, asked } = pages(["a"], ["b"])
    for await (const item of walkPages(list, {})) {
      expect(item.id).toBe("a")
      break
    }
    expect(asked).toHaveLength(1)
  })

  it("stops at maxPages and says so", async () => {
    const { list } = pages(["a"], ["b"], ["c"])
    const warn = jest.fn()
    const logger = { debug: jest.fn(), warn, error: jest.fn() }
    const walk = walkPages<Item, ListQuery>(
      list,
      { maxPages: 2 },
      undefined,
      logger
    )
    expect(await collect(walk)).toEqual(["a", "b"])
    expect(warn).toHaveBeenCalledTimes(1)
  })
})

describe("queryString", () => {
  it("writes dates as ISO 8601 and leaves out what is not set", () => {
    const query: ListQuery = {
      page: 1,
      limit: 100,
      status: undefined,
      dateFrom: new Date("2024-01-01T00:00:00.000Z"),
      sortOrder: "desc",
    }
    expect(queryString(query)).toBe(
      "?page=1&limit=100&dateFrom=2024-01-01T00%3A00%3A00.000Z&sortOrder=desc"
    )
    expect(queryString({})).toBe("")
  })

  it.each([
    ["page", { page: 0 }],
    ["limit", { limit: 101 }],
    ["limit", { limit: 1.5 }],
    ["dateTo", { dateTo: new Date("never") }],
  ])("refuses %s in %j", (field, query) => {
    expect(() => queryString(query)).toThrow(
      expect.objectContaining({ code: "VALIDATION_ERROR", field })
    )
  })
})
