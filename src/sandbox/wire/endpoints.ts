/** The API's endpoints, under the names that faults and the journal use. */
export const ENDPOINTS = [
  "payments.create",
  "payments.list",
  "payments.retrieve",
  "payments.by_reference",
  "payments.cancel",
  "withdraws.create",
  "withdraws.list",
  "withdraws.retrieve",
  "withdraws.by_reference",
  "withdraws.cancel",
  "balance",
] as const
export type Endpoint = (typeof ENDPOINTS)[number]

export const API_PREFIX = "/api/v1/"

export interface Match {
  endpoint: Endpoint
  /** The id or the reference in the path; empty where there is none. */
  key: string
}

/**
 * The endpoint of a method and path. `POST /api/v1/auth/login` serves the vendor's dashboard, so it is none of them.
 * @param byReference whether the deployment has the by-reference routes.
 */
export function matchEndpoint(
  method: string,
  path: string,
  byReference: boolean
): Match | undefined {
  const [resource, second = "", third = "", ...more] = path
    .slice(API_PREFIX.length)
    .split("/")
  if (more.length > 0) {
    return undefined
  }
  if (resource === "balance") {
    return method === "GET" && second === ""
      ? { endpoint: "balance", key: "" }
      : undefined
  }
  if (resource !== "payments" && resource !== "withdraws") {
    return undefined
  }
  if (second === "by-reference" && third !== "") {
    const key = decoded(third)
    return method === "GET" && byReference && key !== undefined
      ? { endpoint: `${resource}.by_reference`, key }
      : undefined
  }
  if (method === "POST") {
    if (second === "") {
      return { endpoint: `${resource}.create`, key: "" }
    }
    return third === "cancel"
      ? { endpoint: `${resource}.cancel`, key: second }
      : undefined
  }
  if (method !== "GET" || third !== "") {
    return undefined
  }
  return second === ""
    ? { endpoint: `${resource}.list`, key: "" }
    : { endpoint: `${resource}.retrieve`, key: second }
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    // A broken escape names no reference; the caller answers 404 as for any other unknown path.
    return undefined
  }
}
