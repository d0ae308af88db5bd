import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  QueryClient,
  QueryObserver,
  type QueryObserverOptions,
} from "@tanstack/react-query"
import { keepError, polling } from "../polling"

const REFUSED = new FetchError("Forbidden", "", 403)
const BUSY = new FetchError("busy", "", 503)

describe("what is asked for again and again", () => {
  const { refetchInterval, retry } = polling(5000)

  it.each([400, 401, 403, 404])(
    "is not asked for again after a %d, which would stay the same",
    (status) => {
      const error = new FetchError("", "", status)
      expect(refetchInterval({ state: { error } })).toBe(false)
      expect(retry(0, error)).toBe(false)
    }
  )

  it.each([
    ["an answer", null],
    ["a lost connection", new TypeError("Failed to fetch")],
    ["a failure of the shop", new FetchError("", "", 500)],
    ["too many requests", new FetchError("", "", 429)],
  ])("is asked for again after %s", (_, error) => {
    expect(refetchInterval({ state: { error } })).toBe(5000)
  })

  it("is tried twice before a failure is told", () => {
    expect([0, 1].map((failures) => retry(failures, BUSY))).toEqual([
      true,
      false,
    ])
  })
})

describe("what a page shows", () => {
  let answers: (string | FetchError)[]
  let shown: string[]
  let observer: QueryObserver<string, FetchError>

  const options = (
    filter: string
  ): QueryObserverOptions<string, FetchError> => ({
    queryKey: [filter],
    queryFn: () => {
      const answer = answers.shift()
      return typeof answer === "string"
        ? Promise.resolve(answer)
        : Promise.reject(answer ?? new Error("asked too often"))
    },
    placeholderData: keepPreviousData,
    retry: false,
  })

  /** The states of the query that the page sees, in order and without repeats. */
  const open = (...given: typeof answers) => {
    answers = given
    shown = []
    observer = new QueryObserver(new QueryClient(), options("all"))
    let last: FetchError | null = null
    observer.subscribe((result) => {
      last = result.error ?? last
      const query = keepError(result, last)
      const text =
        [query.data, query.error?.status].filter(Boolean).join(" ") ||
        "nothing yet"
      if (text !== shown.at(-1)) {
        shown.push(text)
      }
    })
  }

  /** The library tells the page a moment later. */
  const untilAnswered = async () => {
    do {
      await new Promise((resolve) => setTimeout(resolve, 1))
    } while (observer.getCurrentResult().isFetching)
  }

  afterEach(() => observer.destroy())

  it("is the same error for as long as each new try fails, and then what came", async () => {
    open(BUSY, BUSY, "list")
    await untilAnswered()
    await observer.refetch()
    await observer.refetch()
    await untilAnswered()
    expect(shown).toEqual(["nothing yet", "503", "list"])
  })

  it("is the refusal of a filter, also while it is asked for again, and not what another filter had found", async () => {
    open("list", REFUSED, REFUSED)
    await untilAnswered()
    observer.setOptions(options("odd"))
    await untilAnswered()
    await observer.refetch()
    await untilAnswered()
    expect(shown).toEqual(["nothing yet", "list", "403"])
  })

  it("is what came last, and that it could not be asked for since", async () => {
    open("list", BUSY, "newer list")
    await untilAnswered()
    await observer.refetch()
    await observer.refetch()
    await untilAnswered()
    expect(shown).toEqual(["nothing yet", "list", "list 503", "newer list"])
  })
})
