import { FetchError } from "@medusajs/js-sdk"
import { LoadFailure } from "../load/load-failure"
import { shown } from "../../__tests__/shown"

const failure = (error: unknown, data?: object) => (
  <LoadFailure
    query={{
      data,
      error: error as FetchError | null,
      isFetching: false,
      refetch: () => Promise.reject(new Error("not asked for")),
    }}
  />
)

const LOST = new TypeError("Failed to fetch")
const answer = (status: number, message = "") =>
  new FetchError(message, "", status)

describe("what could not be loaded", () => {
  it("is told with the reason, and can be tried again", async () => {
    expect(await shown(failure(LOST))).toEqual([
      "This could not be loaded. The shop did not answer.",
      "Try again",
    ])
    expect(await shown(failure(answer(503, "Ask later.")))).toEqual([
      "This could not be loaded. Ask later.",
      "Try again",
    ])
  })

  it.each([
    [400, /^This cannot be searched for/],
    [403, /^You are not allowed to see this/],
    [404, /^There is nothing at this address/],
  ])("is not offered again after a %d", async (status, reason) => {
    expect(await shown(failure(answer(status)))).toEqual([
      expect.stringMatching(reason),
    ])
  })

  it("can be tried again by whoever has logged in elsewhere", async () => {
    expect(await shown(failure(answer(401, "Unauthorized")))).toEqual([
      "You are not logged in any more. Log in and try again.",
      "Try again",
    ])
  })
})

describe("what could not be refreshed", () => {
  it("is said to be out of date, with the reason", async () => {
    expect(await shown(failure(LOST, {}))).toEqual([
      "This could not be refreshed and may be out of date. The shop did not answer.",
      "Try again",
    ])
    expect(await shown(failure(answer(403), {}))).toEqual([
      "This could not be refreshed and may be out of date. You are not allowed to see this.",
    ])
  })

  it("is said so in Thai, also of a session that ran out", async () => {
    expect(await shown(failure(answer(401, "Unauthorized"), {}), "th")).toEqual(
      [
        "ไม่สามารถอัปเดตข้อมูลได้ ข้อมูลที่แสดงอาจไม่เป็นปัจจุบัน คุณออกจากระบบแล้ว กรุณาเข้าสู่ระบบแล้วลองใหม่อีกครั้ง",
        "ลองใหม่",
      ]
    )
  })
})

it("says nothing while all is well", async () => {
  expect(await shown(failure(null, {}))).toEqual([])
  expect(await shown(failure(null))).toEqual([])
})
