import type { StatusView } from "./use-status"

export type ConnectionState =
  | "ok"
  /** One2Pays was asked for the balance, and did not answer or refused. */
  | "down"
  /** One2Pays was not asked, since the rate limit is used up. */
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
