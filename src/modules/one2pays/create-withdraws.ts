import { createHash } from "node:crypto"
import {
  generateEntityId,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import { roundThb } from "../../gateway"
import {
  isKnownBank,
  payoutSchema,
  problemsOf,
  type Payout,
  type PayoutInput,
} from "./beneficiary"
import { lastFour } from "./payer"
import { idempotencyKeyFor } from "./reference"
import type { WithdrawContext } from "./withdraw-context"
import {
  checkWithdraw,
  needsApproval,
  startOfBangkokDay,
  type WithdrawRefusal,
} from "./withdraw-rules"
import {
  WithdrawStore,
  type NewWithdraw,
  type Withdraw,
} from "./withdraw-store"

export const LARGEST_BATCH = 10_000

/** Who asks, and under which name; the same name is the same request. */
export interface WithdrawRequest {
  requested_by: string
  /** At most 255 characters. */
  request_key?: string
  /** Whether the rows belong together, as those of one upload do. */
  is_batch?: boolean
}

/**
 * Writes payouts, all or none: the rules and the wallet are checked against their sum, alone of all
 * instances, so that two requests cannot both fit into the last baht. Nothing is sent here.
 *
 * @throws MedusaError INVALID_DATA that names each wrong row and field, NOT_ALLOWED when a rule or
 * the wallet does not allow it
 */
export async function createWithdraws(
  context: WithdrawContext,
  inputs: PayoutInput[],
  request: WithdrawRequest
): Promise<Withdraw[]> {
  const payouts = parseAll(inputs)
  warnOfUnknownBanks(context, payouts)
  const batchId = request.is_batch ? batchIdOf(request.request_key) : null
  const rows = payouts.map((payout) => toRow(context, payout, request, batchId))
  const { balance, as_of } = await context.balance()
  const dayBegan = startOfBangkokDay(context.now())
  return context.store.alone(async (store) => {
    const earlier = await findEarlier(store, request, rows)
    if (earlier) {
      return earlier
    }
    const reserved = await store.sumReserved(as_of ?? new Date(0), {
      waiting: true,
    })
    let total = await store.sumSince(dayBegan)
    let taken = reserved
    for (const { amount } of rows) {
      const refusal = checkWithdraw(context.options.withdraws, {
        amount,
        day_total: total,
        wallet: balance?.walletBalance ?? null,
        reserved: taken,
      })
      if (refusal) {
        throw refused(refusal)
      }
      total = MathBN.add(total, amount).toFixed()
      taken = MathBN.add(taken, amount).toFixed()
    }
    return store.insert(rows, "requested")
  })
}

/** Under the same name the same id, so that a batch that is sent twice is found. */
const batchIdOf = (requestKey: string | undefined): string =>
  requestKey
    ? `o2pb_${createHash("sha256").update(requestKey).digest("hex").slice(0, 32)}`
    : generateEntityId(undefined, "o2pb")

/** The same request again is the same payout; under the same name for something else it is a mistake. */
async function findEarlier(
  store: WithdrawStore,
  { request_key }: WithdrawRequest,
  rows: NewWithdraw[]
): Promise<Withdraw[] | null> {
  if (!request_key) {
    return null
  }
  const [first] = rows
  const found = first?.batch_id
    ? await store.listOfBatch(first.batch_id)
    : [await store.findByRequestKey(request_key)].flatMap((row) => row ?? [])
  if (found.length === 0) {
    return null
  }
  if (!isSameRequest(found, rows)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "idempotency_key: it was used before for other payouts",
      "one2pays_idempotency_key_reused"
    )
  }
  return found
}

const isSameRequest = (found: Withdraw[], asked: NewWithdraw[]): boolean => {
  const fingerprint = (rows: (Withdraw | NewWithdraw)[]) =>
    rows
      .map((row) =>
        [row.amount, row.bank_code, row.account_last4, row.account_name].join(
          "|"
        )
      )
      .sort()
      .join("\n")
  return fingerprint(found) === fingerprint(asked)
}

function parseAll(inputs: PayoutInput[]): Payout[] {
  if (inputs.length === 0 || inputs.length > LARGEST_BATCH) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `rows: expected 1 to ${LARGEST_BATCH} payouts, got ${inputs.length}`
    )
  }
  const problems: string[] = []
  const payouts: Payout[] = []
  for (const [index, input] of inputs.entries()) {
    const result = payoutSchema.safeParse(input)
    if (result.success) {
      payouts.push(result.data)
    } else {
      const where = inputs.length === 1 ? "" : `row ${index + 1}: `
      problems.push(`${where}${problemsOf(result.error).join("; ")}`)
    }
  }
  if (problems.length > 0) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, inSentence(problems))
  }
  return payouts
}

const NAMED_AT_MOST = 100

const inSentence = (problems: string[]) =>
  problems.length <= NAMED_AT_MOST
    ? problems.join("\n")
    : [
        ...problems.slice(0, NAMED_AT_MOST),
        `and ${problems.length - NAMED_AT_MOST} more rows`,
      ].join("\n")

function warnOfUnknownBanks({ logger }: WithdrawContext, payouts: Payout[]) {
  const unknown = new Set(
    payouts
      .map(({ bank_code }) => bank_code)
      .filter((code) => !isKnownBank(code))
  )
  if (unknown.size > 0) {
    logger.warn(
      `[one2pays] payouts to bank codes that are not known: ${[...unknown].join(", ")}. One2Pays decides.`
    )
  }
}

function toRow(
  context: WithdrawContext,
  payout: Payout,
  { requested_by, request_key }: WithdrawRequest,
  batchId: string | null
): NewWithdraw {
  const id = WithdrawStore.newId()
  const amount = roundThb(payout.amount)
  return {
    id,
    kind: "payout",
    state: needsApproval(context.options.withdraws, amount)
      ? "requires_approval"
      : "approved",
    amount,
    account_name: payout.account_name,
    bank_code: payout.bank_code,
    account_last4: lastFour(payout.account_number),
    account_sealed: context.sealAccountNumber(payout.account_number, id),
    description: payout.description ?? null,
    metadata: payout.metadata ?? null,
    reference_id: id,
    idempotency_key: idempotencyKeyFor(id),
    // Unique by row, so that of a batch it is the batch's id that says which request it was.
    request_key: batchId ? null : (request_key ?? null),
    batch_id: batchId,
    requested_by,
    payment_id: null,
    order_id: null,
    refund_id: null,
  }
}

function refused({ rule, message }: WithdrawRefusal): MedusaError {
  return rule === "balance_unknown"
    ? new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        message,
        "one2pays_unavailable"
      )
    : new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        message,
        `one2pays_${rule}`
      )
}
