import fc from "fast-check"
import { BENEFICIARY } from "../../setup/payout-desk"
import { secret } from "../../setup/secrets"
import { kind, nth } from "../act"
import { oneOf } from "../one-of"
import { expectDone } from "../refusal"
import { by, type By } from "../staff"
import type { World } from "../world"

const PATH = "/admin/one2pays/withdraws"

const ACCOUNTS = [BENEFICIARY, secret("account number", "1112223334")]

/** Up to THB 1000 a payout needs one person. */
const AMOUNTS = ["0.01", "100.00", "1000.00", "1000.01", "40000.00"]

interface Row {
  amount: string
  account: number
}

const row = fc.record<Row>({
  amount: oneOf(...AMOUNTS),
  account: oneOf(0, 0, 1),
})

const asPayout = (world: World, { amount, account }: Row) =>
  world.shop.desk.payout({ amount, account_number: ACCOUNTS[account] })

/** Whether the one who asks knows that it was asked for before, and the request's name, under which it may come again. */
interface Ask {
  by: By
  meant: boolean
  name: string | undefined
}

const ask = {
  by,
  meant: fc.boolean(),
  name: oneOf(undefined, undefined, "August"),
}

async function askFor(
  world: World,
  { by, meant, name }: Ask,
  path: string,
  body: object
): Promise<void> {
  const id = world.staff.idOf(by)
  const wasThere = !world.staff.isGone(id)
  const { data } = expectDone(
    await world.staff.post(by, path, {
      ...body,
      idempotency_key: name,
      confirm_duplicates: meant ? "Two invoices" : undefined,
    })
  )
  if (!wasThere) {
    world.blame("4-ghost", `${by} asked for ${JSON.stringify(data)}, and left`)
  }
  const { withdraw, withdraws = [withdraw] } = data as {
    withdraw?: { id: string }
    withdraws?: { id: string }[]
  }
  for (const each of withdraws) world.asked.add(each!.id)
}

const NOTE = { note: "Settled by telephone" }
const REASON = { reason: "The customer called" }

/** @param which of those that it is done to */
const onWithdraw = (
  weight: number,
  action: string,
  body = {},
  which: "waiting" | "withdraw" | "returned" = "withdraw"
) =>
  kind<{ by: By; nth: number }>(weight, { by, nth }, async (world, args) => {
    const { id } = await world[which](args.nth)
    await world.decide(args.by, `withdraws/${id}/${action}`, body)
  })

/** The acts of staff on money that leaves, by the plugin's admin API. */
export const payoutActs = {
  askPayout: kind<Ask & { row: Row }>(6, { ...ask, row }, (world, args) =>
    askFor(world, args, PATH, asPayout(world, args.row))
  ),
  askBatch: kind<Ask & { rows: Row[] }>(
    2,
    { ...ask, rows: fc.array(row, { minLength: 1, maxLength: 3 }) },
    (world, args) =>
      askFor(world, args, `${PATH}/bulk`, {
        rows: args.rows.map((each) => asPayout(world, each)),
      })
  ),
  approveWithdraw: onWithdraw(8, "approve", {}, "waiting"),
  rejectWithdraw: onWithdraw(1, "reject", REASON, "waiting"),
  cancelWithdraw: onWithdraw(2, "cancel", REASON),
  checkWithdraw: onWithdraw(1, "check"),
  payBackAgain: onWithdraw(2, "pay-back", {}, "returned"),
  resolveWithdraw: onWithdraw(1, "resolve", NOTE, "returned"),
}
