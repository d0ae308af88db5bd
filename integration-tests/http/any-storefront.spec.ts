import { execFile } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { openShop } from "../setup/open-shop"
import { untilPayableAnew } from "../setup/order"

const PAGE = path.resolve(__dirname, "../../docs/any-storefront.md")

interface Answer {
  payment_collection: {
    id: string
    payment_sessions?: { data: Record<string, unknown> }[]
  }
  type: string
  order: { id: string }
  payment: Record<string, unknown>
}

/** The page's commands, in their order. */
const commands = [
  ...fs.readFileSync(PAGE, "utf8").matchAll(/```bash\n([\s\S]*?)```/g),
].map(([, command]) => command!)

/** The page's examples of answers, in their order. */
const examples = [
  ...fs.readFileSync(PAGE, "utf8").matchAll(/```json\n([\s\S]*?)```/g),
].map(([, json]) => JSON.parse(json!) as Answer)

const shop = openShop({ price: 1290.5 })
const { variant, buyer, sandbox } = shop

it("takes a payment by the commands of docs/any-storefront.md, whose answers look like the page's", async () => {
  const cart = await buyer.fillCart(variant)
  const variables: Record<string, string> = {
    MEDUSA: `http://localhost:${process.env.PORT!}`,
    KEY: shop.publishableKey,
    CART: cart.id,
  }
  const run = async (command: string): Promise<Answer> => {
    const { stdout } = await promisify(execFile)("bash", ["-c", command], {
      env: { ...process.env, ...variables },
    })
    return JSON.parse(stdout) as Answer
  }
  expect(commands).toHaveLength(5)
  const [collect, choose, complete, show, again] = commands

  const { payment_collection } = await run(collect!)
  variables.COLLECTION = payment_collection.id
  const chosen = await run(choose!)
  expect(
    Object.keys(chosen.payment_collection.payment_sessions![0]!.data).sort()
  ).toEqual(
    Object.keys(
      examples[1]!.payment_collection.payment_sessions![0]!.data
    ).sort()
  )
  expect(JSON.stringify(chosen)).not.toContain("1234567890")

  const placed = await run(complete!)
  expect(placed.type).toBe("order")
  variables.ORDER = placed.order.id

  const shown = await run(show!)
  expect(shown.payment).toMatchObject({
    status: "awaiting_payment",
    amount: 1290.5,
    message: examples[3]!.payment.message,
  })
  expect(Object.keys(shown.payment)).toEqual(Object.keys(examples[3]!.payment))

  sandbox.payments.expire(placed.order.id)
  await untilPayableAnew(buyer, placed.order.id)
  const next = await run(again!)
  expect(next.payment).toMatchObject({
    status: "awaiting_payment",
    reference_id: `${placed.order.id}.2`,
  })

  sandbox.payments.pay(`${placed.order.id}.2`)
  await shop.untilPaid(placed.order.id)
  expect((await run(show!)).payment.status).toBe("paid")
})
