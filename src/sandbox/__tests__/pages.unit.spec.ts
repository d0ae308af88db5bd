import { Script } from "node:vm"
import { CONTROL_PAGE_SCRIPT } from "../pages/control-page-script"
import { startSandbox, type Sandbox } from "../index"
import { paymentBody, post } from "./signed-client"

describe("pay page", () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  const create = async (changes = {}) => {
    const { body } = await post(sandbox, "/payments", paymentBody(changes))
    return {
      id: body.data.id as string,
      url: body.data.nextAction.paymentAppUrl as string,
    }
  }
  const page = async (url: string) => (await fetch(url)).text()
  const press = (url: string, form: Record<string, string> = {}) =>
    fetch(url, { method: "POST", body: new URLSearchParams(form) })

  it("shows the amount in baht and the QR as inline SVG, and loads nothing from elsewhere", async () => {
    const { url } = await create({ description: "Two mangoes" })
    const html = await page(url)
    expect(html).toContain("฿10.00")
    expect(html).toContain("<svg")
    expect(html).toContain("Two mangoes")
    expect(html).not.toMatch(/(src|href)="http/)
  })

  it("shows no QR for a bank transfer", async () => {
    const { url } = await create({ paymentMethod: "bank_transfer" })
    expect(await page(url)).not.toContain("<svg")
  })

  it.each([
    ["pay", {}, "succeeded", "Payment received"],
    ["pay-twice", {}, "succeeded", "฿20.00"],
    ["pay-wrong", { amount: "3.50" }, "succeeded", "฿3.50"],
    ["fail", {}, "payment_failed", "Payment failed"],
    ["expire", {}, "expired", "Payment expired"],
  ])("has a button to %s", async (action, form, status, text) => {
    const { id, url } = await create()
    const html = await page(url)
    expect(html).toContain(`/${action}"`)
    const after = await press(`${url}/${action}`, form)
    expect(after.status).toBe(200)
    expect(sandbox.payments.get(id)?.status).toBe(status)
    const ended = await page(url)
    expect(ended).toContain(text)
    expect(ended).not.toContain("<form")
    const answer = await fetch(`${url}/status`)
    expect(await answer.json()).toEqual({ status })
    expect((await press(`${url}/pay`)).status).toBe(409)
  })

  it("refuses an amount that is none", async () => {
    const { id, url } = await create()
    expect((await press(`${url}/pay-wrong`, { amount: "much" })).status).toBe(
      409
    )
    expect(sandbox.payments.get(id)?.status).toBe("processing")
  })

  it("escapes what the merchant's customer wrote", async () => {
    const { url } = await create({ description: "<script>alert(1)</script>" })
    expect(await page(url)).not.toContain("<script>alert")
  })

  it("answers 404 to an unknown token, and refuses another site's form", async () => {
    expect((await fetch(`${sandbox.url}/pay/token_x`)).status).toBe(404)
    const { id, url } = await create()
    const foreign = await fetch(`${url}/pay`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
    })
    expect(foreign.status).toBe(403)
    expect(sandbox.payments.get(id)?.status).toBe("processing")
  })
})

describe("control page", () => {
  it("is one self-contained page", async () => {
    const sandbox = await startSandbox()
    for (const path of ["/", "/_sandbox"]) {
      const response = await fetch(sandbox.url + path)
      expect(response.headers.get("content-type")).toContain("text/html")
      const html = await response.text()
      expect(html).toContain("Maintenance mode")
      expect(html).not.toMatch(/(src|href)="http/)
      expect(html).not.toContain(sandbox.secretKey)
    }
    await sandbox.close()
  })

  it("has a script that is JavaScript", () => {
    expect(() => new Script(CONTROL_PAGE_SCRIPT)).not.toThrow()
  })
})
