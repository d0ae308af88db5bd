import type { StatusView } from "../../api/admin/one2pays/status/render-status"

export type ConnectionState =
  | "ok"
  /** Asked, and no balance came back: it did not answer, or refused. */
  | "down"
  /** Not asked, since the rate limit is used up. */
  | "waiting"
  | "maintenance"
  | "unknown"

/** How the connection to One2Pays looks to staff. */
export function connectionState({
  gateway: { reachable, problem },
  maintenance,
}: Pick<StatusView, "gateway" | "maintenance">): ConnectionState {
  if (maintenance) {
    return "maintenance"
  }
  if (problem) {
    return problem.code === "RATE_BUDGET_SPENT" ? "waiting" : "down"
  }
  return reachable ? "ok" : "unknown"
}
