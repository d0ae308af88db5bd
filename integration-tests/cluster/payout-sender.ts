/**
 * One instance's sender of payouts, in a process of its own: the built module with its real store, client and PostgreSQL, and the loop of
 * steps/send-withdraws.ts, without the rest of Medusa around it. Loads, waits for its parent's word, and sends until it is killed;
 * when it has nothing to do it says so and waits for the next word. Started by payout-kill.spec.ts.
 */
import { once } from "node:events"
import { knex } from "@medusajs/framework/mikro-orm/knex"
import one2pays from "medusa-plugin-one2pays/modules/one2pays"

export interface SenderOptions {
  databaseUrl: string
  /** Of the plugin's entry in medusa-config. */
  options: Record<string, unknown>
}

async function send({ databaseUrl, options }: SenderOptions): Promise<void> {
  const print = (line: string) => {
    console.error(line)
  }
  const service = new one2pays.service(
    {
      logger: { debug() {}, info() {}, warn: print, error: print },
      __pg_connection__: knex({ client: "pg", connection: databaseUrl }),
    } as never,
    options
  )
  await service.unit.note("proved", "order_before")
  process.send?.("sending")
  for (;;) {
    await service.withdraws.resolveLost()
    const { taken } = await service.withdraws.send([])
    await service.withdraws.checkPending()
    if (taken === 0) {
      process.send?.("idle")
      await once(process, "message")
    }
  }
}

// Nothing is left behind when the parent is killed.
process.once("disconnect", () => process.exit())
process.once("message", (options: SenderOptions) => {
  send(options).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
process.send?.("ready")
