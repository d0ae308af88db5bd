/**
 * One instance of a shop, in a process of its own, started as `medusa start` does: `instance.ts <directory> migrate | serve <port>`.
 * Started by cluster.ts: it serves when it is told to, says when it is ready, and answers requests.
 */
import { once } from "node:events"
import { createRequire } from "node:module"
import { container } from "@medusajs/framework"
import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { reconcilePaymentsWorkflow } from "medusa-plugin-one2pays/workflows"
import { createShop, createVariant, type Shop } from "../setup/shop"

/** The parent may ask for these. */
export type Request =
  { kind: "open-shop"; prices: number[] } | { kind: "reconcile" }

export interface OpenShop {
  shop: Shop
  /** One for each price. */
  variants: string[]
  /** A secret API key of staff's. */
  key: string
}

const [directory = "", task = "", port] = process.argv.slice(2)

async function answer(request: Request): Promise<unknown> {
  switch (request.kind) {
    case "open-shop": {
      const shop = await createShop(container)
      const variants: string[] = []
      for (const price of request.prices) {
        variants.push(await createVariant(container, shop, price))
      }
      const [key] = (
        await createApiKeysWorkflow(container).run({
          input: {
            api_keys: [
              { title: "ERP", type: "secret", created_by: "user_of_the_storm" },
            ],
          },
        })
      ).result
      return { shop, variants, key: key!.token } satisfies OpenShop
    }
    case "reconcile": {
      const { result } = await reconcilePaymentsWorkflow(container).run()
      return result
    }
    default:
      return request satisfies never
  }
}

/** Medusa's commands, which its package does not give a type to. */
type Command = (options: object) => Promise<unknown>

async function main(): Promise<void> {
  const load = createRequire(__filename)
  const command = (name: string) =>
    (load(`@medusajs/medusa/commands/${name}`) as { default: Command }).default
  if (task !== "serve") {
    // Ends the process itself.
    await command(`db/${task}`)({
      directory,
      executeAllLinks: true,
      skipScripts: true,
    })
    return
  }
  await once(process, "message")
  await command("start")({ directory, port: Number(port) })
  process.on("message", (request: Request) => {
    answer(request).then(
      (result) => process.send?.({ result }),
      (error: unknown) => process.send?.({ error: String(error) })
    )
  })
  process.send?.("ready")
}

// Nothing is left behind when the parent is killed.
process.once("disconnect", () => process.exit())
void main()
