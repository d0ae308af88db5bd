import { MathBN } from "@medusajs/framework/utils"
import { roundThb } from "../../../../gateway"
import {
  describeProblems,
  staffMessage,
  type ProblemLine,
} from "../../../../messages"
import {
  isKnownBank,
  payoutSchema,
  payoutTo,
  problemsOf,
  type Payout,
  type PayoutInput,
} from "../../withdraw-rules/input"
import { codedError, invalidFields, staffError } from "../../errors/staff-error"
import { lastFour } from "../../payers/payer"
import { idempotencyKeyFor } from "../../shared/reference"
import { mapInTurns } from "../../shared/turns"
import type { WithdrawContext } from "../context"
import { markDuplicates } from "./duplicates"
import { readFunds } from "./funds"
import {
  checkMaxAmount,
  checkLimits,
  needsApproval,
  startOfBangkokDay,
  type WithdrawLimits,
} from "../../withdraw-rules/limits"
import type { Person } from "../../withdraw-rules/people"
import { WithdrawStore, type Transaction } from "../store/withdraw-store"
import { firstOf, NAMED_AT_MOST } from "./problem-lines"
import type { NewWithdraw, Withdraw } from "../withdraw"
import {
  batchIdOf,
  uploadHashes,
  findEarlier,
  assertSame,
} from "./same-request"

const LARGEST_BATCH = 10_000

/** The requester, and the name of the request: the same name is the same request. */
export interface WithdrawRequest {
  requested_by: string
  /** The person behind the requester. Where it is absent, the approval finds out. */
  person?: Person
  /** At most 255 characters. */
  request_key?: string
  /** Why payouts are meant that were asked for before. At most 1,000 characters. */
  confirm_duplicates?: string
  /** Whether the rows belong together, as those of one upload do. */
  is_batch?: boolean
  /** The payment whose money goes back. */
  pays_back?: {
    payment_id: string
    order_id: string | null
    /** The order's first payer, where the money goes back to another one. */
    first_payer: Withdraw["first_payer"]
    /** Above it a second person has to approve, where the limit differs from the option `withdraws`. */
    approval_above?: string | undefined
    /** Notes at the issue that this payout pays it back, or throws when another one does. Then no payout is written. */
    begin: (transaction: Transaction, withdrawId: string) => Promise<void>
  }
}

/**
 * Writes payouts, all or none. The process checks the rules and the wallet against their sum, alone of all instances,
 * so that two requests cannot both fit into the last baht. It sends nothing here.
 *
 * @throws MedusaError INVALID_DATA that names each wrong row and field, NOT_ALLOWED when a rule or the wallet does not
 * allow it, or payouts were asked for before and `confirm_duplicates` does not say why they are meant
 */
export async function createWithdraws(
  context: WithdrawContext,
  inputs: PayoutInput[],
  request: WithdrawRequest
): Promise<Withdraw[]> {
  const payouts = await parseAll(context, inputs, request)
  warnOfUnknownBanks(context, payouts)
  const batchId = request.is_batch ? batchIdOf(request.request_key) : null
  const batchHashes = batchId ? await uploadHashes(context, payouts) : []
  const ids = idsInOrder(payouts.length)
  const named = await mapInTurns(payouts, (payout, index) => {
    const account_hashes = context.accountHashes(
      payout.bank_code,
      payout.account_number
    )
    const row = toRow(
      context,
      payout,
      request,
      batchId,
      ids[index] ?? WithdrawStore.newId()
    )
    row.account_hash = account_hashes[0] ?? null
    row.batch_hash = batchHashes[0] ?? null
    return { row, account_hashes }
  })
  const rows = named.map(({ row }) => row)
  const { request_key } = request
  const balance = await context.balance()
  const dayBegan = startOfBangkokDay(context.now())
  return context.store.alone(async (store, transaction) => {
    const earlier = request_key ? await findEarlier(store, request_key) : []
    if (earlier.length > 0) {
      await assertSame(context, earlier, payouts, batchId)
      return earlier
    }
    const { maxAmount, dailyLimit } = context.options.withdraws
    const funds = await readFunds(store.queries, balance, context.options)
    const facts = {
      day_total: await store.queries.sumSince(dayBegan),
      available: funds?.available ?? null,
    }
    const tooLarge = listTooLarge(rows, maxAmount)
    if (tooLarge.length > 0) {
      throw codedError(
        "one2pays_max_amount",
        describeProblems(firstOf(tooLarge))
      )
    }
    const refusal = checkLimits(
      { dailyLimit },
      { ...facts, amount: sumOf(rows) }
    )
    if (refusal) {
      throw staffError(refusal)
    }
    for (const { id } of rows) {
      await request.pays_back?.begin(transaction, id)
    }
    const written = request.pays_back
      ? rows
      : await markDuplicates(
          context,
          store,
          named,
          batchHashes,
          request.confirm_duplicates
        )
    return store.insert(written, staffMessage("requested"))
  })
}

/** New ids that sort as the rows do, so that an upload keeps the order of its file. */
const idsInOrder = (count: number): string[] =>
  Array.from({ length: count }, () => WithdrawStore.newId()).sort()

async function parseAll(
  { options }: Pick<WithdrawContext, "options">,
  inputs: PayoutInput[],
  { pays_back }: WithdrawRequest
): Promise<Payout[]> {
  // Money goes back to where it came from, whatever the shop takes by now.
  const schema = pays_back ? payoutSchema : payoutTo(options.banks)
  if (inputs.length === 0 || inputs.length > LARGEST_BATCH) {
    const words = staffMessage("row_count", {
      most: String(LARGEST_BATCH),
      count: String(inputs.length),
    })
    throw invalidFields([{ problems: [{ field: "rows", words }] }])
  }
  const wrong: ProblemLine[] = []
  const payouts: Payout[] = []
  await mapInTurns(inputs, (input, index) => {
    const result = schema.safeParse(input)
    if (result.success) {
      payouts.push(result.data)
    } else {
      wrong.push({
        row: rowOf(index, inputs),
        // Nobody reads more of the many, and each would hold its names until the answer.
        problems: wrong.length < NAMED_AT_MOST ? problemsOf(result.error) : [],
      })
    }
  })
  if (wrong.length > 0) {
    throw invalidFields(firstOf(wrong))
  }
  return payouts
}

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
  { requested_by, person, request_key, pays_back }: WithdrawRequest,
  batchId: string | null,
  id: string
): NewWithdraw {
  const amount = roundThb(payout.amount)
  const first_payer = pays_back?.first_payer ?? null
  const approvalAbove =
    pays_back?.approval_above ?? context.options.withdraws.approvalAbove
  return {
    id,
    kind: "payout",
    state: needsApproval({ approvalAbove }, { amount, first_payer, person })
      ? "requires_approval"
      : "approved",
    amount,
    account_name: payout.account_name,
    bank_code: payout.bank_code,
    account_last4: lastFour(payout.account_number),
    account_sealed: context.sealAccountNumber(payout.account_number, id),
    account_hash: null,
    batch_hash: null,
    duplicate: null,
    first_payer,
    description: payout.description ?? null,
    metadata: payout.metadata ?? null,
    reference_id: id,
    idempotency_key: idempotencyKeyFor(id),
    // A request key is unique to one row. The rows of a batch carry the batch's id instead, which names their request.
    request_key: batchId ? null : (request_key ?? null),
    batch_id: batchId,
    requested_by,
    requested_by_person: person?.id ?? null,
    requested_by_chain: person?.chain ?? null,
    payment_id: pays_back?.payment_id ?? null,
    order_id: pays_back?.order_id ?? null,
    refund_id: null,
  }
}

/** Lists the rows above the limit for one payout. */
function listTooLarge(
  rows: readonly { amount: string }[],
  maxAmount: WithdrawLimits["maxAmount"]
): ProblemLine[] {
  return rows.flatMap(({ amount }, index): ProblemLine[] => {
    const words = checkMaxAmount(maxAmount, amount)
    return words ? [{ row: rowOf(index, rows), problems: [{ words }] }] : []
  })
}

/** The number of a row in a batch. A row that comes alone needs none. */
const rowOf = (index: number, all: readonly unknown[]): number | undefined =>
  all.length === 1 ? undefined : index + 1

const sumOf = (rows: readonly { amount: string }[]): string =>
  MathBN.sum(...rows.map(({ amount }) => amount)).toFixed(2)
