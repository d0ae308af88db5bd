import { z } from "zod"
import { StateConflict, UnknownRecord } from "../records/record-errors"
import { ApiError } from "../wire/api-error"
import { ROUTES } from "./control-routes"
import type { Controls } from "./controls"

export const CONTROL_API_PREFIX = "/_sandbox/api"

interface ControlAnswer {
  status: number
  body: unknown
}

/**
 * Answers a request below `/_sandbox/api`.
 * @param path the rest of the path.
 * @param query `last=50` cuts a list to its newest fifty.
 * @param text the body, JSON or empty.
 */
export async function answerControl(
  controls: Controls,
  method: string,
  path: string,
  query: URLSearchParams,
  text: string
): Promise<ControlAnswer> {
  for (const route of ROUTES) {
    const id = route.method === method ? match(route.path, path) : undefined
    if (id !== undefined) {
      const last = Number(query.get("last") ?? Infinity)
      return run(async () =>
        cut(await route.run(controls, id, text ? JSON.parse(text) : {}), last)
      )
    }
  }
  return problem(404, `no control ${method} ${path}`)
}

async function run(act: () => unknown): Promise<ControlAnswer> {
  try {
    return { status: 200, body: (await act()) ?? { ok: true } }
  } catch (error) {
    if (error instanceof z.ZodError) {
      return problem(400, z.prettifyError(error))
    }
    if (error instanceof UnknownRecord) {
      return problem(404, error.message)
    }
    if (error instanceof StateConflict || error instanceof ApiError) {
      return problem(409, error.message)
    }
    return problem(400, error instanceof Error ? error.message : String(error))
  }
}

function cut(value: unknown, last: number): unknown {
  return Array.isArray(value) && last > 0 ? value.slice(-last) : value
}

function problem(status: number, message: string): ControlAnswer {
  return { status, body: { error: message } }
}

/** @returns the segment at `:id`, empty when the pattern has none, undefined when the path does not fit. */
function match(pattern: string, path: string): string | undefined {
  const wanted = pattern.split("/")
  const actual = path.split("/")
  if (wanted.length !== actual.length) {
    return undefined
  }
  let id = ""
  for (const [index, segment] of wanted.entries()) {
    const found = actual[index] ?? ""
    if (segment === ":id") {
      id = found
    } else if (segment !== found) {
      return undefined
    }
  }
  return id
}
