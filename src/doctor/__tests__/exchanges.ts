import type { Answered, Exchange } from "../exchange"

const QUESTION = { name: "test", method: "GET", path: "/balance" } as const

/** An exchange with an answer, of 20 ms. */
export const answered = (
  status: number,
  body: unknown,
  headers: Record<string, string> = { "content-type": "application/json" }
): Exchange => {
  const text = typeof body === "string" ? body : JSON.stringify(body)
  return {
    question: QUESTION,
    ...{ at: Date.UTC(2026, 0, 1), ms: 20 },
    answer: {
      ...{ status, text, json: parse(text) },
      header: (name) => headers[name],
    } satisfies Answered,
  }
}

export const failed = (code: string, reason: string): Exchange => ({
  question: QUESTION,
  ...{ at: 0, ms: 20, failure: { code, reason } },
})

export const succeeded = (data: unknown) =>
  answered(200, { success: true, data })

export const refused = (
  status: number,
  code: string,
  metadata?: Record<string, unknown>
) =>
  answered(status, { success: false, error: { code, message: "No", metadata } })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
