import { paymentObject } from "../records/payment-object"
import {
  PAYMENT_METHODS,
  PAYMENT_STATUSES,
  type PaymentRecord,
} from "../records/payment-record"
import { balanceObject } from "../records/wallet"
import {
  DESTINATION_TYPES,
  WITHDRAW_STATUSES,
  withdrawObject,
  type WithdrawRecord,
} from "../records/withdraw-record"
import type { GatewayState } from "../state/gateway-state"
import type { StoredAnswer } from "../state/idempotency"
import { ApiError, invalidField, notFound } from "../wire/api-error"
import type { Match } from "../wire/endpoints"
import { listPage, type ListRules } from "../wire/list-query"
import type { JsonObject } from "../wire/request-fields"
import { errorAnswer } from "./error-answer"

/** payments/list */
const PAYMENT_LIST: ListRules<PaymentRecord> = {
  filters: {
    status: { choices: PAYMENT_STATUSES, of: (payment) => payment.status },
    paymentMethod: {
      choices: PAYMENT_METHODS,
      of: (payment) => payment.paymentMethod,
    },
  },
  sorts: {
    amount: (payment) => payment.amountSatang,
    status: (payment) => payment.status,
    createdAt: (payment) => payment.createdAt,
    confirmedAt: (payment) => payment.confirmedAt,
    capturedAt: (payment) => payment.capturedAt,
    referenceId: (payment) => payment.referenceId,
  },
}

/** withdraws/list */
const WITHDRAW_LIST: ListRules<WithdrawRecord> = {
  filters: {
    status: { choices: WITHDRAW_STATUSES, of: (withdraw) => withdraw.status },
    destinationType: {
      choices: DESTINATION_TYPES,
      of: (withdraw) => withdraw.destinationType,
    },
  },
  sorts: {
    amount: (withdraw) => withdraw.amountSatang,
    status: (withdraw) => withdraw.status,
    createdAt: (withdraw) => withdraw.createdAt,
    paidAt: (withdraw) => withdraw.paidAt,
    referenceId: (withdraw) => withdraw.referenceId,
  },
}

/** Does an endpoint's work for an authenticated request. @throws ApiError */
export function answerEndpoint(
  state: GatewayState,
  { endpoint, key }: Match,
  body: JsonObject,
  query: URLSearchParams
): StoredAnswer {
  const payment = (record: PaymentRecord) => paymentObject(record, state.view)
  const withdraw = (record: WithdrawRecord) =>
    withdrawObject(record, state.view.unit)
  switch (endpoint) {
    case "payments.create":
      return once(state, endpoint, body, () =>
        payment(state.payments.create(body))
      )
    case "payments.list":
      return ok(
        listPage(state.payments.book.all(), query, PAYMENT_LIST, payment)
      )
    case "payments.retrieve":
      return ok(payment(found(state.payments.book.withId(key), "Payment")))
    case "payments.by_reference":
      return ok(
        payment(found(state.payments.book.withReference(key), "Payment"))
      )
    case "payments.cancel": {
      const record = found(state.payments.book.withId(key), "Payment")
      state.payments.cancel(record)
      return ok(payment(record))
    }
    case "withdraws.create":
      return once(state, endpoint, body, () =>
        withdraw(state.withdraws.create(body))
      )
    case "withdraws.list":
      return ok(
        listPage(state.withdraws.book.all(), query, WITHDRAW_LIST, withdraw)
      )
    case "withdraws.retrieve":
      return ok(withdraw(found(state.withdraws.book.withId(key), "Withdraw")))
    case "withdraws.by_reference":
      return ok(
        withdraw(found(state.withdraws.book.withReference(key), "Withdraw"))
      )
    case "withdraws.cancel": {
      const record = found(state.withdraws.book.withId(key), "Withdraw")
      state.withdraws.cancel(record)
      return ok(withdraw(record))
    }
    case "balance":
      return ok(balanceObject(state.wallet, state.balanceUnit))
    default:
      return endpoint satisfies never
  }
}

/** Creates once per idempotency key. The same key gets the first answer again, status and bytes. */
function once(
  state: GatewayState,
  endpoint: string,
  body: JsonObject,
  create: () => object
): StoredAnswer {
  const key = body.idempotencyKey
  if (key === "") {
    throw invalidField(
      "VALIDATION_ERROR",
      "idempotencyKey must not be empty",
      "idempotencyKey"
    )
  }
  if (typeof key !== "string") {
    return answer(201, create())
  }
  const first = state.idempotency.recall(endpoint, key, body)
  if (first) {
    return first
  }
  const made = state.idempotency.repeatsRefusals
    ? answerOrRefuse(create)
    : answer(201, create())
  state.idempotency.remember(endpoint, key, body, made)
  return made
}

function answerOrRefuse(create: () => object): StoredAnswer {
  try {
    return answer(201, create())
  } catch (error) {
    if (error instanceof ApiError) {
      return errorAnswer(error)
    }
    throw error
  }
}

function found<T>(record: T | undefined, kind: string): T {
  if (record === undefined) {
    throw notFound(`${kind} not found`)
  }
  return record
}

function ok(data: object): StoredAnswer {
  return answer(200, data)
}

function answer(status: number, data: object): StoredAnswer {
  return { status, body: JSON.stringify({ success: true, data }) }
}
