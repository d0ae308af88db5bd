import type { MedusaContainer } from "@medusajs/framework/types"
import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { logfmt } from "../../gateway"
import { one2paysOf } from "../../modules/one2pays"
import { loggerOf, queryOf } from "../../modules/one2pays/core/query"
import { noSuchOrder } from "../../modules/one2pays/errors/staff-error"

/** The person whose numbers are erased: a customer with all their orders, or the customer of one order, as of a guest. */
export type EraseAccountNumbersInput = {
  /** The admin user who asks for it. The shop's own code writes `system`. */
  actor_id: string
} & ({ customer_id: string } | { order_id: string })

/** A payment or withdraw that still needs its number. */
export interface KeptAccountNumber {
  kind: "payment" | "withdraw"
  id: string
  reference_id: string | null
  state: string
  why: "unfinished" | "open_issue"
}

/** How many numbers were erased, and the rows that keep theirs for now. */
export interface AccountNumberErasure {
  payments: number
  withdraws: number
  saved_payers: number
  kept: KeptAccountNumber[]
}

/** The payment collections that are read, and whose numbers are erased, at once. */
const AT_ONCE = 200

const eraseAccountNumbersStep = createStep(
  "one2pays-erase-account-numbers",
  async (input: EraseAccountNumbersInput, { container }) => {
    const one2pays = one2paysOf(container)
    await one2pays.people.asking(queryOf(container), input.actor_id)
    const erasure: AccountNumberErasure = {
      payments: 0,
      withdraws: 0,
      saved_payers:
        "customer_id" in input
          ? await one2pays.forgetCustomer(input.customer_id)
          : 0,
      kept: [],
    }
    // A cart and its order have the same payment collection.
    const done = new Set<string>()
    for await (const collections of collectionsOf(container, input)) {
      const { payments, withdraws } = await one2pays.eraseNumbers(
        collections.filter((id) => !done.has(id)),
        input.actor_id
      )
      collections.forEach((id) => done.add(id))
      erasure.payments += payments.erased.length
      erasure.withdraws += withdraws.erased.length
      erasure.kept.push(
        ...payments.kept.map((row) => describe("payment", row)),
        ...withdraws.kept.map((row) => describe("withdraw", row))
      )
    }
    const { kept, ...counts } = erasure
    loggerOf(container).info(
      `[one2pays] account numbers were erased on request: ${logfmt({ ...input, ...counts, kept: kept.length })}`
    )
    return new StepResponse(erasure)
  }
)

const describe = (
  kind: KeptAccountNumber["kind"],
  row: {
    id: string
    reference_id: string | null
    state: string
    issue: string | null
    resolved_at: Date | null
  }
): KeptAccountNumber => ({
  kind,
  id: row.id,
  reference_id: row.reference_id,
  state: row.state,
  why: row.issue && !row.resolved_at ? "open_issue" : "unfinished",
})

interface OrderRow {
  payment_collections?: ({ id: string } | null)[]
}

interface CartRow {
  payment_collection?: { id: string } | null
}

/** The payment collections of an order, or of all orders and carts of a customer. */
async function* collectionsOf(
  container: MedusaContainer,
  input: EraseAccountNumbersInput
): AsyncGenerator<string[]> {
  if ("order_id" in input) {
    const { order_id: id } = input
    const orders = await readPages<OrderRow>(container, ORDERS, { id }).next()
    if (orders.done) {
      throw noSuchOrder(id)
    }
    yield collectionsOfOrders(orders.value)
    return
  }
  const { customer_id } = input
  for await (const orders of readPages<OrderRow>(container, ORDERS, {
    customer_id,
  })) {
    yield collectionsOfOrders(orders)
  }
  // Medusa may have rolled an order back: the collection of its payment hangs on the cart alone.
  for await (const carts of readPages<CartRow>(container, CARTS, {
    customer_id,
  })) {
    yield carts.flatMap(({ payment_collection }) =>
      payment_collection ? [payment_collection.id] : []
    )
  }
}

const collectionsOfOrders = (orders: OrderRow[]): string[] =>
  orders.flatMap(({ payment_collections = [] }) =>
    payment_collections.flatMap((collection) =>
      collection ? [collection.id] : []
    )
  )

const ORDERS = { entity: "order", fields: ["id", "payment_collections.id"] }
const CARTS = { entity: "cart", fields: ["id", "payment_collection.id"] }

async function* readPages<Row>(
  container: MedusaContainer,
  read: { entity: string; fields: string[] },
  filters: { id: string } | { customer_id: string }
): AsyncGenerator<Row[], undefined> {
  for (let skip = 0; ; skip += AT_ONCE) {
    const { data } = await queryOf(container).graph({
      ...read,
      filters,
      pagination: { skip, take: AT_ONCE, order: { id: "ASC" } },
    })
    if (data.length === 0) {
      return
    }
    yield data as Row[]
  }
}

/**
 * Erases a customer's bank account numbers wherever the plugin keeps them: of payments, refunds and pay-backs that have
 * ended, and saved accounts. Payments and withdraws that are under way or have an open issue keep theirs; the result
 * names them. The name, the bank and the last four digits stay for the books.
 *
 * @throws MedusaError FORBIDDEN for an actor who does not exist, NOT_FOUND for an unknown order
 */
export const eraseAccountNumbersWorkflow = createWorkflow(
  "one2pays-erase-account-numbers",
  (input: EraseAccountNumbersInput) =>
    new WorkflowResponse(eraseAccountNumbersStep(input))
)
