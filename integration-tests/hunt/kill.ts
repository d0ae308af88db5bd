import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { knex } from "@medusajs/framework/mikro-orm/knex"
import type { openShop } from "../setup/open-shop"
import { until } from "../setup/until"
import { Refusal } from "./refusal"

type OpenShop = ReturnType<typeof openShop>

/** Longer than any pause that passes at once, so that the answer comes to a dead process. */
const ANSWER_MS = 5000
/** More requests than a process has under way. */
const MANY = 1000

interface Sender {
  withdraws: {
    listSendableRefunds(limit: number): Promise<{ id: string }[]>
    send(refunds: string[]): Promise<unknown>
  }
}

/**
 * Another process of the shop sends what may leave, and dies while it waits for the gateway's first answer: its database
 * is gone for it from there on.
 *
 * @param arrived whether the gateway got its requests
 * @throws Refusal when there is nothing to send
 */
export async function killSender(
  shop: OpenShop,
  { arrived }: { arrived: boolean }
): Promise<void> {
  const { sandbox } = shop
  const database = knex({
    client: "pg",
    connection: shop.dbConfig.clientUrl,
    pool: { min: 0, max: 10 },
  })
  const { constructor, options } = shop.one2pays as unknown as {
    constructor: new (...tools: object[]) => Sender
    options: object
  }
  const { withdraws } = new constructor(
    {
      logger: shop.resolve(ContainerRegistrationKeys.LOGGER),
      event_bus: shop.resolve(Modules.EVENT_BUS),
      __pg_connection__: database,
    },
    options
  )
  const { faults } = sandbox.status()
  sandbox.clearFaults()
  sandbox.addFault({
    kind: arrived ? "slow" : "refused",
    endpoint: "withdraws.create",
    times: MANY,
    delayMs: ANSWER_MS,
  })
  // The journal shows a call once it is answered.
  const isAsked = () => sandbox.status().faults.some(({ left }) => left < MANY)
  const sender = { isDone: false }
  const refunds = await withdraws.listSendableRefunds(100)
  const sending = withdraws
    .send(refunds.map(({ id }) => id))
    // Its death is no error of anybody else.
    .catch(() => undefined)
    .finally(() => {
      sender.isDone = true
    })
  await until(
    () => sender.isDone || isAsked(),
    (isOver) => isOver
  )
  const wasAsked = isAsked()
  await database.destroy()
  sandbox.clearFaults()
  for (const { left, ...fault } of faults) {
    sandbox.addFault({ ...fault, times: left })
  }
  if (!wasAsked) throw new Refusal("nothing leaves")
  void sending
}
