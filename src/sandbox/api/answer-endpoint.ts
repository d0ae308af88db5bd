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
import { inWords, spoken, type Dialect } from "../wire/dialect"
import type { Match } from "../wire/endpoints"
import { listPage, type ListRules } from "../wire/list-query"
import type { JsonObject } from "../wire/request-fields"
import { errorAnswer } from "./error-answer"

/** payments/list */
const paymentList = (dialect: Dialect): ListRules<PaymentRecord> => ({
  filters: {
    status: {
      choices: PAYMENT_STATUSES.map((status) => inWords(status, dialect)),
      of: (payment) => inWords(payment.status, dialect),
    },
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
})

/** withdraws/list */
const withdrawList = (dialect: Dialect): ListRules<WithdrawRecord> => ({
  filters: {
    status: {
      choices: WITHDRAW_STATUSES.map((status) => inWords(status, dialect)),
      of: (withdraw) => inWords(withdraw.status, dialect),
    },
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
})

/** Does an endpoint's work for an authenticated request. @throws ApiError */
export function answerEndpoint(
  state: GatewayState,
  { endpoint, key }: Match,
  body: JsonObject,
  query: URLSearchParams
): StoredAnswer {
  const { dialect, view } = state
  const payment = (record: PaymentRecord) =>
    spoken(paymentObject(record, view), dialect)
  const read = (record: PaymentRecord) => {
    record.reads = (record.reads ?? 0) + 1
    return payment(record)
  }
  const withdraw = (record: WithdrawRecord) =>
    spoken(withdrawObject(record, view.unit), dialect)
  switch (endpoint) {
    case "payments.create":
      return once(state, endpoint, body, () =>
        payment(state.payments.create(body))
      )
    case "payments.list":
      return ok(
        listPage(
          state.payments.book.all(),
          query,
          paymentList(dialect),
          payment
        )
      )
    case "payments.retrieve":
      return ok(read(found(state.payments.book.withId(key), "Payment")))
    case "payments.by_reference":
      return ok(read(found(state.payments.book.withReference(key), "Payment")))
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
        listPage(
          state.withdraws.book.all(),
          query,
          withdrawList(dialect),
          withdraw
        )
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
  const { createdStatus } = state.dialect
  if (key === "") {
    throw invalidField(
      "VALIDATION_ERROR",
      "idempotencyKey must not be empty",
      "idempotencyKey"
    )
  }
  if (typeof key !== "string") {
    return answer(createdStatus, create())
  }
  const first = state.idempotency.recall(endpoint, key, body)
  if (first) {
    return first
  }
  const made = state.idempotency.repeatsRefusals
    ? answerOrRefuse(createdStatus, create)
    : answer(createdStatus, create())
  state.idempotency.remember(endpoint, key, body, made)
  return made
}

function answerOrRefuse(
  createdStatus: number,
  create: () => object
): StoredAnswer {
  try {
    return answer(createdStatus, create())
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
