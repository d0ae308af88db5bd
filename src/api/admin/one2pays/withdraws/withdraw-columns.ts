import {
  BANKS,
  describePayoutFailure,
  PAYOUT_STATE_TITLES,
  type Locale,
} from "../../../../messages"
import type {
  Withdraw,
  WithdrawEvent,
} from "../../../../modules/one2pays/withdraws/withdraw"
import { moments, plain, type Column } from "../../../support/table/column"
import {
  orderNumber,
  wordOf,
  type Known,
} from "../../../support/table/with-names"
import { renderEvent } from "./render-withdraw"

type NamedWithdraw = Withdraw & { known: Known }

/** The payouts and refunds of a file. The account number is not in it. */
export const WITHDRAW_COLUMNS: Column<NamedWithdraw>[] = [
  ...plain<NamedWithdraw>("id"),
  {
    name: "kind",
    of: ({ kind }) => kind,
    says: ({ kind }, locale) => wordOf(kind, locale),
  },
  {
    name: "state",
    of: ({ state }) => state,
    says: ({ state }, locale) => PAYOUT_STATE_TITLES[state][locale],
  },
  { name: "amount", of: ({ amount }) => amount, kind: "money" },
  ...plain<NamedWithdraw>(
    ...(["currency_code", "account_name", "bank_code"] as const),
    ...(["account_last4", "description", "order_id"] as const),
    "gateway_withdraw_id"
  ),
  {
    name: "failure",
    of: ({ failure }) => failure,
    says: ({ failure }, locale) =>
      failure && describePayoutFailure(failure, locale),
  },
  ...plain<NamedWithdraw>("requested_by", "decided_by"),
  ...moments<NamedWithdraw>("created_at", "sent_at", "ended_at"),
  orderNumber<NamedWithdraw>(),
  {
    name: "bank_name",
    of: (withdraw) => bankName(withdraw, "en"),
    says: bankName,
  },
  {
    name: "requested_by_name",
    of: ({ requested_by, known }) => known.person(requested_by),
    says: ({ requested_by, known }, locale) =>
      wordOf(known.person(requested_by) ?? "", locale),
  },
  {
    name: "decided_by_name",
    of: ({ decided_by, known }) => known.person(decided_by),
  },
]

function bankName({ bank_code }: Withdraw, locale: Locale): string | null {
  return BANKS.find(({ code }) => code === bank_code)?.name[locale] ?? null
}

type NamedEvent = WithdrawEvent & { known: Known }

/** The audit trail of the payouts and refunds of a file. */
export const TRAIL_COLUMNS: Column<NamedEvent>[] = [
  ...plain<NamedEvent>("withdraw_id"),
  ...moments<NamedEvent>("created_at"),
  ...(["from_state", "to_state"] as const).map((name): Column<NamedEvent> => ({
    name,
    of: (event) => event[name],
    says: (event, locale) => {
      const state = event[name]
      return state && PAYOUT_STATE_TITLES[state][locale]
    },
  })),
  ...plain<NamedEvent>("actor"),
  {
    name: "actor_name",
    of: ({ actor, person, known }) => known.person(person ?? actor),
    says: ({ actor, person, known }, locale) =>
      wordOf(known.person(person ?? actor) ?? "", locale),
  },
  {
    name: "reason",
    of: (event) => renderEvent(event, "en").reason,
    says: (event, locale) => renderEvent(event, locale).reason,
  },
]
