import { setTimeout as wait } from "node:timers/promises"
import { runSeed, seeded } from "../cluster/random"
import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"

/** How often each race is run; `npm run race -- --times 200` runs more. */
const TIMES = Number(process.env.RACE_TIMES ?? 5)
const SEED = runSeed()

const shop = openShop({ webhooks: false })
const { buyer, sandbox } = shop
const acts = orderActs(shop)

// Only ends a race that hangs.
jest.setTimeout(60_000 + TIMES * 60_000)

/** Two requests, the second one up to so many milliseconds after the first. Chance draws how many. */
const race = <One, Other>(
  random: () => number,
  upTo: number,
  one: () => Promise<One>,
  other: () => Promise<Other>
) => Promise.all([one(), wait(random() * upTo).then(other)])

/** How the payments that can be paid of an order contradict what it owes. */
async function violations(orderId: string): Promise<string[]> {
  const { total } = await shop.readOrder(orderId)
  const payable = sandbox.payments
    .list()
    .filter(
      ({ referenceId, status }) =>
        status === "processing" &&
        (referenceId === orderId || referenceId.startsWith(`${orderId}.`))
    )
    .map(({ requestedThb }) => requestedThb)
  return [
    ...(payable.length > 1 ? [`${payable.length} payable`] : []),
    ...payable
      .filter((asked) => Number(asked) !== total)
      .map((asked) => `a QR over ${asked} for an order of ${total}`),
  ]
}

/** Runs a race again and again. Only what the machine does in between is another each time. */
async function runRaces(
  start: (random: () => number) => Promise<string>
): Promise<void> {
  const random = seeded(SEED)
  const found: string[] = []
  for (let time = 1; time <= TIMES; time++) {
    const orderId = await start(random)
    found.push(...(await violations(orderId)))
    await shop.reconcile()
    found.push(...(await violations(orderId)))
    expect(await shop.shown(orderId)).toMatchObject({
      status: "awaiting_payment",
    })
    if (process.env.RACE_TIMES && (time % 10 === 0 || time === TIMES)) {
      const { currentTestName } = expect.getState()
      process.stdout.write(
        `\n${currentTestName}: ${found.length} violations in ${time} races\n`
      )
    }
  }
  expect(found).toEqual([])
}

it("an edit of the cart beside the choice of One2Pays leaves no QR over another amount", () =>
  runRaces(async (random) => {
    const { id } = await buyer.fillCart(shop.variant)
    const collectionId = await buyer.startPayment(id)
    const { data } = await buyer.get(`/store/carts/${id}`)
    const [line] = (data.cart as { items: { id: string }[] }).items
    await race(
      random,
      200,
      () =>
        buyer.post(`/store/carts/${id}/line-items/${line!.id}`, {
          quantity: 10,
        }),
      () => buyer.choosePayment(collectionId)
    )
    for (;;) {
      const { status, data } = await buyer.complete(id)
      if (status === 200 && data.type === "order") {
        return (data.order as { id: string }).id
      }
      // As the storefront does: a fresh session asks for what the cart comes to now.
      await buyer.choosePayment(collectionId)
    }
  }))

it("two choices of One2Pays at once for an order leave one payment to pay", () =>
  runRaces(async (random) => {
    const orderId = await acts.place()
    const [collection] = await acts.collectionsOf(orderId)
    const choose = () => buyer.choosePayment(collection!.id)
    await race(random, 50, choose, choose)
    return orderId
  }))
