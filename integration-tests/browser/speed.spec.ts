import { writeFileSync } from "node:fs"
import path from "node:path"
import type { Request } from "playwright-core"
import { DESKTOP, type Customer } from "./customer"
import { openDemo } from "./open-demo"
import { RESULTS } from "./pictures"

const ORDERS = 12

const { demo, arrive } = openDemo()
let customer: Customer
/** The requests that change something, as `/payment-sessions`, and `done` after the answer of each. */
let acts: string[]

beforeEach(async () => {
  customer = await arrive(DESKTOP)
  await customer.page.clock.resume()
  acts = []
  customer.page.on("request", (request) => {
    if (isAct(request)) acts.push(path.basename(request.url()))
  })
  customer.page.on("response", (response) => {
    if (isAct(response.request())) acts.push("done")
  })
})

const isAct = (request: Request) =>
  request.method() === "POST" &&
  /\/(payment-sessions|complete)$/.test(request.url())

/** The answer to the next payment session. */
const untilPrepared = () =>
  customer.page.waitForResponse((answer) => isAct(answer.request()))

it("the payment session is there before the order is placed, which only completes the cart then", async () => {
  const times: number[] = []
  for (let order = 0; order < ORDERS; order++) {
    await customer.bringToCheckout("mango-strips")
    const prepared = untilPrepared()
    await customer.fillInPayer()
    await (await prepared).finished()
    acts.length = 0
    const start = performance.now()
    await customer.placeOrder()
    await customer.see("qr").waitFor()
    times.push(performance.now() - start)
    expect(acts[0]).toBe("complete")
    expect(acts).not.toContain("payment-sessions")
  }
  report(times)
  expect(customer.complaints).toEqual([])
})

it("a form that changes gets a session anew, and never two at once", async () => {
  await customer.bringToCheckout("silk-scarf")
  let prepared = untilPrepared()
  await customer.fillInPayer()
  await (await prepared).finished()
  prepared = untilPrepared()
  await customer.see("account_number").fill("9876543210")
  await (await prepared).finished()
  await customer.see("account_name").fill("Somsri Jaidee")
  await customer.placeOrder()
  await customer.see("qr").waitFor()
  expect(await customer.read("pay-from")).toContain("••3210")
  const session = ["payment-sessions", "done"]
  expect(acts.slice(0, 6)).toEqual([...session, ...session, ...session])
  expect(acts[6]).toBe("complete")
})

it("a cart that has changed in another tab is not ordered before the customer sees the new total", async () => {
  await customer.bringToCheckout("mango-strips")
  const prepared = untilPrepared()
  await customer.fillInPayer()
  await (await prepared).finished()
  const before = await customer.read("total")

  const other = await customer.context.newPage()
  await other.goto(demo.storefrontUrl)
  const scarf = other.locator('[data-handle="silk-scarf"]')
  await scarf.getByTestId("add-to-cart").click()
  await scarf.getByTestId("view-cart").waitFor()
  await other.close()

  await customer.see("place-order").click()
  expect(await customer.read("checkout-error")).toMatch(/total/i)
  expect(await customer.read("total")).not.toBe(before)
  await customer.placeOrder()
  await customer.see("qr").waitFor()
})

/** For people: how long it takes depends on the machine, so no test judges it. */
function report(times: number[]) {
  const sorted = times.map(Math.round).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]
  const figures = { orders: sorted.length, p50: at(0.5), p90: at(0.9), sorted }
  const line = `click to visible QR, ms: ${JSON.stringify(figures)}`
  console.log(line)
  writeFileSync(
    path.join(RESULTS, "click-to-qr.json"),
    `${JSON.stringify(figures)}\n`
  )
}
