import { staffMessage, type Message, type Words } from "../../../messages"
import type { GraphQuery } from "../core/query"
import {
  isSamePerson,
  type People,
  type Person,
} from "../withdraw-rules/people"
import type { WithdrawContext } from "./context"
import { announceIssueOf } from "./send/record"
import type { Withdraw } from "./withdraw"

/** Why somebody's decision about a withdraw does not count. */
export interface Refusal {
  id: string
  /** Null where there is no such withdraw. */
  words: Message<"own_request" | "not_waiting"> | null
}

/** The outcome of a decision about several withdraws, each of which stands for itself. */
export interface Decision {
  decided: Withdraw[]
  refused: Refusal[]
}

type Deciding = Pick<WithdrawContext, "store">

/** Lets withdraws leave. Four eyes: the person who asked for one cannot approve it. */
export async function approveWithdraws(
  { store }: Deciding,
  people: People,
  ids: string[],
  person: Person,
  query: GraphQuery
): Promise<Decision> {
  const withdraws = await store.queries.listByIds(ids)
  const requesters = await people.requestersOf(query, withdraws)
  // Only what was found to be somebody else's may leave: nobody knows whose a row is that was not read.
  const others: string[] = []
  const own: Refusal[] = []
  for (const { id, requested_by_chain } of withdraws) {
    const requester = requesters.get(id)
    // Kept even where the approval is refused: a key may be gone at the next attempt.
    if (requester && !requested_by_chain) {
      await store.noteRequester(id, requester)
    }
    if (requester && isSamePerson(requester, person)) {
      own.push({ id, words: staffMessage("own_request") })
    } else {
      others.push(id)
    }
  }
  const decision = await decide({ store }, others, {
    to: "approved",
    person,
    reason: staffMessage("approved"),
  })
  const unknown = [...new Set(ids)]
    .filter((id) => !requesters.has(id))
    .map((id) => ({ id, words: null }))
  return { ...decision, refused: [...own, ...decision.refused, ...unknown] }
}

/** Rejects withdraws that wait for approval. */
export async function rejectWithdraws(
  context: Pick<WithdrawContext, "store" | "issues">,
  ids: string[],
  person: Person,
  reason: Words
): Promise<Decision> {
  const decision = await decide(context, ids, {
    to: "rejected",
    person,
    reason,
  })
  for (const rejected of decision.decided) {
    await announceIssueOf(context, rejected)
  }
  return decision
}

/** Decides about all that still wait, in one transaction. Of two who decide at once, one is too late. */
async function decide(
  { store }: Deciding,
  ids: string[],
  {
    to,
    person: { actor, id: person },
    reason,
  }: { to: "approved" | "rejected"; person: Person; reason: Words }
): Promise<Decision> {
  const decided = await store.moveAll(ids, {
    to,
    from: ["requires_approval"],
    actor,
    person,
    reason,
    columns: { decided_by: actor },
  })
  const done = new Set(decided.map(({ id }) => id))
  const left = [...new Set(ids)].filter((id) => !done.has(id))
  const found = left.length > 0 ? await store.queries.listByIds(left) : []
  const states = new Map(found.map(({ id, state }) => [id, state]))
  return {
    decided,
    refused: left.map((id) => {
      const state = states.get(id)
      return {
        id,
        words: state ? staffMessage("not_waiting", { state }) : null,
      }
    }),
  }
}
