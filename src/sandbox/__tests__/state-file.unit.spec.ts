import {
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startSandbox } from "../index"
import { get, paymentBody, post, until, withdrawBody } from "./signed-client"
import { startReceiver } from "./webhook-receiver"

describe("state file", () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "one2pays-sandbox-"))
  })
  afterEach(() => rm(directory, { recursive: true }))

  it("brings back payments, withdraws, keys, wallet and what was waiting", async () => {
    const stateFile = join(directory, "deep", "state.json")
    const receiver = await startReceiver()
    const clock = { now: () => Date.now() }
    const options = {
      stateFile,
      clock,
      withdrawStepMs: 60_000,
      webhookUrls: [receiver.url],
    }

    const before = await startSandbox(options)
    before.setWebhooks({ delayMs: 3_600_000 })
    const paymentRequest = paymentBody({ idempotencyKey: "key-1" })
    const payment = await post(before, "/payments", paymentRequest)
    const open = await post(
      before,
      "/payments",
      paymentBody({ expiresInMinutes: 5 })
    )
    const withdraw = await post(before, "/withdraws", withdrawBody())
    before.payments.pay(payment.body.data.id)
    await before.close()
    expect(receiver.received).toHaveLength(0)
    expect(await readdir(join(directory, "deep"))).toEqual(["state.json"])
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600)
    expect(await readFile(stateFile, "utf8")).not.toContain("1234567890")

    const after = await startSandbox(options)
    const replay = await post(after, "/payments", paymentRequest)
    expect(replay.text).toBe(payment.text)
    const taken = await post(after, "/payments", {
      ...paymentRequest,
      idempotencyKey: "key-2",
    })
    expect(taken.status).toBe(409)
    const balance = await get(after, "/balance")
    expect(balance.body.data.walletBalance).toBe(100000)
    expect(after.payments.get(payment.body.data.id)?.status).toBe("succeeded")
    // The new process listens elsewhere, and the links follow it.
    expect(after.payments.get(open.body.data.id)?.payUrl).toContain(after.url)
    expect(
      (await fetch(after.payments.get(open.body.data.id)?.payUrl ?? "")).status
    ).toBe(200)

    await after.webhooks.flush()
    expect(receiver.received.map(({ body }) => body.event).sort()).toEqual([
      "payment.created",
      "payment.created",
      "payment.received",
    ])
    const day = 86_400_000
    clock.now = () => Date.now() + day
    await until(
      () => after.withdraws.get(withdraw.body.data.id)?.status === "paid"
    )
    expect(after.payments.get(open.body.data.id)?.status).toBe("expired")
    await after.close()
    await receiver.close()
  })

  it("saves a moment after a change, without being closed", async () => {
    const stateFile = join(directory, "state.json")
    const sandbox = await startSandbox({ stateFile })
    const { body } = await post(sandbox, "/payments", paymentBody())
    await until(async () => {
      const text = await readFile(stateFile, "utf8").catch(() => "")
      return text.includes(body.data.id)
    })
    await sandbox.close()
  })

  it("refuses a file that is not its own, and leaves it alone", async () => {
    const stateFile = join(directory, "notes.json")
    for (const text of ["not JSON", '{"version":2}', "[]"]) {
      await writeFile(stateFile, text)
      await expect(startSandbox({ stateFile })).rejects.toThrow(
        "is not a state file of this sandbox"
      )
      expect(await readFile(stateFile, "utf8")).toBe(text)
    }
  })

  it("forgets everything on reset", async () => {
    const sandbox = await startSandbox({ openingBalance: "5.00" })
    const { body } = await post(sandbox, "/payments", paymentBody())
    sandbox.payments.pay(body.data.id)
    sandbox.setMaintenance(true)
    sandbox.addFault({ kind: "refused" })
    sandbox.reset()
    expect(sandbox.payments.list()).toEqual([])
    expect(sandbox.status()).toMatchObject({
      walletThb: "5.00",
      maintenance: false,
      faults: [],
      callCounts: {},
    })
    await sandbox.close()
  })
})
