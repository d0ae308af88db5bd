import type {
  Maintenance,
  One2PaysPayment,
  PaymentMethod,
  PaymentStatus,
} from "../payment"
import type { StoreRequest, StoreSdk } from "../store-sdk"
import { timeLeft } from "../time-left"
import { watchPayment } from "../watch-payment"

function payment(
  status: PaymentStatus,
  change: Partial<One2PaysPayment> = {}
): One2PaysPayment {
  return {
    order_id: "order_1",
    status,
    amount: 1290.5,
    currency_code: "thb",
    payment_method: "promptpay",
    reference_id: "order_1",
    payer: { bank_code: "004", last4: "7890" },
    next_action: null,
    expires_at: null,
    expires_in: null,
    can_retry: false,
    message: status,
    ...change,
  }
}

/** A shop that counts the requests. The test changes its answer during the watching. */
class FakeShop implements StoreSdk {
  answer: () => Promise<One2PaysPayment> = () =>
    Promise.resolve(payment("awaiting_payment"))
  maintenance: Maintenance | null = null
  readonly requests: ({ path: string; at: number } & StoreRequest)[] = []
  private readonly start = Date.now()

  readonly client = {
    fetch: async <T>(path: string, init?: StoreRequest) => {
      this.requests.push({ path, at: Date.now() - this.start, ...init })
      return {
        payment: await this.answer(),
        maintenance: this.maintenance,
      } as T
    },
  }

  /** Every later read finds this payment. */
  says(status: PaymentStatus, change?: Partial<One2PaysPayment>) {
    this.answer = () => Promise.resolve(payment(status, change))
  }
}

/** A page's window and document, with the events that the watching listens to. */
class FakePage extends EventTarget {
  readonly document = Object.assign(new EventTarget(), {
    visibilityState: "visible",
  })

  setVisible(visible: boolean) {
    this.document.visibilityState = visible ? "visible" : "hidden"
    this.document.dispatchEvent(new Event("visibilitychange"))
  }

  install() {
    Object.assign(globalThis, {
      document: this.document,
      addEventListener: this.addEventListener.bind(this),
      removeEventListener: this.removeEventListener.bind(this),
    })
  }

  static uninstall() {
    for (const key of [
      "document",
      "addEventListener",
      "removeEventListener",
    ] as const) {
      Reflect.deleteProperty(globalThis, key)
    }
  }
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

describe("watchPayment", () => {
  let shop: FakeShop
  let page: FakePage
  let stop: (() => void) | undefined
  const onChange = jest.fn()
  const onError = jest.fn()

  const watch = (
    options: { signal?: AbortSignal; locale?: string; known?: boolean } = {}
  ) => {
    stop = watchPayment(shop, "order_1", { onChange, onError, ...options })
  }
  const statuses = () =>
    onChange.mock.calls.map(([seen]) => (seen as One2PaysPayment).status)

  beforeEach(() => {
    jest.useFakeTimers()
    jest.resetAllMocks()
    shop = new FakeShop()
    page = new FakePage()
    page.install()
  })

  afterEach(() => {
    stop?.()
    FakePage.uninstall()
    jest.useRealTimers()
  })

  it("reads the payment of the order at once", async () => {
    watch()
    await pass(0)
    expect(shop.requests).toMatchObject([
      { path: "/store/one2pays/orders/order_1", at: 0 },
    ])
    expect(statuses()).toEqual(["awaiting_payment"])
  })

  it("asks after 2 s, ever slower, and never less often than every 10 s", async () => {
    watch()
    await pass(5 * 60_000)
    const gaps = shop.requests
      .slice(1)
      .map(({ at }, i) => at - (shop.requests[i]?.at ?? 0))
    expect(gaps[0]).toBe(2_000)
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b))
    expect(gaps.at(-1)).toBe(10_000)
    expect(shop.requests.length).toBeLessThan(40)
  })

  it("tells a change once, and is quick again after it", async () => {
    watch()
    await pass(120_000)
    shop.says("processing")
    await pass(10_000)
    expect(statuses()).toEqual(["awaiting_payment", "processing"])
    const before = shop.requests.length
    await pass(4_300)
    expect(shop.requests.length).toBeGreaterThan(before)
  })

  it("tells when a maintenance of the gateway begins and when it is over", async () => {
    const closed = { message: "closed", retry_at: "2026-11-21T03:50:25.920Z" }
    watch()
    await pass(0)
    shop.maintenance = closed
    await pass(5_000)
    shop.maintenance = null
    await pass(30_000)
    expect(onChange.mock.calls.map(([, seen]) => seen as unknown)).toEqual([
      null,
      closed,
      null,
    ])
  })

  describe("in a maintenance", () => {
    const MINUTE = 60_000
    const announce = () => {
      const retry_at = new Date(Date.now() + 5 * MINUTE).toISOString()
      shop.maintenance = { message: "closed", retry_at }
    }
    /** The shop asks the gateway every five minutes, and tells the time of its next try. */
    const passMinutes = async (minutes: number) => {
      for (let passed = 0; passed < minutes; passed += 5) {
        announce()
        await pass(5 * MINUTE)
      }
    }

    it.each<PaymentMethod>(["promptpay", "bank_transfer"])(
      "follows a payment by %s that has ended for as long as it lasts, and tells what became of it",
      async (payment_method) => {
        shop.says("expired", { payment_method })
        watch()
        await passMinutes(120)
        shop.maintenance = null
        await pass(100_000)
        shop.says("paid", { payment_method })
        await pass(12_000)
        expect(statuses().at(-1)).toBe("paid")
      }
    )

    it("counts the time after a payment's end anew when it is over, and then asks no more by itself", async () => {
      shop.says("expired")
      watch()
      await pass(140_000)
      await passMinutes(30)
      shop.maintenance = null
      await pass(170_000)
      const before = shop.requests.length
      await pass(10 * MINUTE)
      expect(shop.requests).toHaveLength(before)
    })

    it("asks no more often than at any other time, however often the next look at the gateway is put off", async () => {
      watch()
      await pass(MINUTE)
      await passMinutes(5)
      const before = shop.requests.length
      await passMinutes(60)
      expect(shop.requests.length - before).toBeLessThanOrEqual(60 * 6 + 1)
      // The watcher told each new time.
      expect(onChange).toHaveBeenCalledTimes(1 + 13)
    })
  })

  it("asks in the language that it is given, and lets no cache answer unasked", async () => {
    watch({ locale: "th" })
    await pass(2_000)
    expect(shop.requests[1]).toMatchObject({
      headers: { "x-medusa-locale": "th" },
      cache: "no-cache",
    })
  })

  it.each<PaymentStatus>(["paid", "failed", "canceled"])(
    "stops when the payment is %s for good",
    async (status) => {
      shop.says(status)
      watch()
      await pass(60_000)
      page.dispatchEvent(new Event("focus"))
      await pass(60_000)
      expect(statuses()).toEqual([status])
      expect(shop.requests).toHaveLength(1)
    }
  )

  it("follows an expired payment for two and a half minutes more, in which the shop may find the money", async () => {
    shop.says("expired")
    watch()
    await pass(140_000)
    shop.says("paid")
    await pass(10_000)
    expect(statuses()).toEqual(["expired", "paid"])
  })

  it.each<PaymentStatus>(["failed", "canceled"])(
    "follows a payment that is %s for a while more while another may be made, by an edit of the order or in another tab",
    async (status) => {
      shop.says(status, { can_retry: true })
      watch()
      await pass(50_000)
      shop.says("awaiting_payment", { reference_id: "order_1.2" })
      await pass(60_000)
      shop.says("paid", { reference_id: "order_1.2" })
      await pass(12_000)
      expect(statuses()).toEqual([status, "awaiting_payment", "paid"])
    }
  )

  it.each<PaymentStatus>(["expired", "failed", "canceled"])(
    "asks no more by itself when the time after %s is over",
    async (status) => {
      shop.says(status, { can_retry: true })
      watch()
      await pass(170_000)
      const before = shop.requests.length
      await pass(60_000)
      expect(shop.requests).toHaveLength(before)
      expect(statuses()).toEqual([status])
    }
  )

  it("follows an expired bank transfer for half an hour, in which the gateway may find it", async () => {
    shop.says("expired", { payment_method: "bank_transfer" })
    watch()
    await pass(29 * 60_000)
    expect(shop.requests.length).toBeLessThan(29 * 6 + 20)
    shop.says("paid", { payment_method: "bank_transfer" })
    await pass(10_000)
    expect(statuses()).toEqual(["expired", "paid"])
  })

  it("asks no more by itself when the half hour after a bank transfer's expiry is over", async () => {
    shop.says("expired", { payment_method: "bank_transfer" })
    watch()
    await pass(31 * 60_000)
    const before = shop.requests.length
    await pass(10 * 60_000)
    expect(shop.requests).toHaveLength(before)
  })

  describe("when it asks no more by itself", () => {
    beforeEach(async () => {
      shop.says("expired", { can_retry: true })
      watch()
      await pass(170_000)
      shop.requests.length = 0
    })

    it("asks once whenever the customer comes back", async () => {
      for (let time = 1; time <= 2; time++) {
        page.dispatchEvent(new Event("focus"))
        await pass(60_000)
      }
      expect(shop.requests).toHaveLength(2)
      expect(statuses()).toEqual(["expired"])
    })

    it("goes on when the customer comes back to a payment that can be paid", async () => {
      page.setVisible(false)
      shop.says("awaiting_payment", { reference_id: "order_1.2" })
      page.setVisible(true)
      await pass(5_000)
      shop.says("paid", { reference_id: "order_1.2" })
      await pass(10_000)
      expect(statuses()).toEqual(["expired", "awaiting_payment", "paid"])
    })

    it("asks until there is an answer when the customer comes back without a connection", async () => {
      shop.answer = () => Promise.reject(new TypeError("Failed to fetch"))
      page.dispatchEvent(new Event("focus"))
      await pass(10_000)
      shop.says("paid")
      await pass(10_000)
      expect(statuses()).toEqual(["expired", "paid"])
    })

    it("asks nothing once it is stopped", async () => {
      stop?.()
      page.dispatchEvent(new Event("focus"))
      await pass(60_000)
      expect(shop.requests).toHaveLength(0)
    })
  })

  it("gives another try that expires a time of its own", async () => {
    shop.says("expired")
    watch()
    await pass(140_000)
    shop.says("awaiting_payment")
    await pass(60_000)
    shop.says("expired")
    await pass(140_000)
    shop.says("paid")
    await pass(12_000)
    expect(statuses()).toEqual([
      "expired",
      "awaiting_payment",
      "expired",
      "paid",
    ])
  })

  describe("whatever this device takes for the time of day", () => {
    const EXPIRES_AT = "2026-11-21T03:50:25.920Z"
    const left = () =>
      onChange.mock.calls.map(([seen]) => (seen as One2PaysPayment).expires_in)
    const caches = () => shop.requests.map(({ cache }) => cache)

    beforeEach(() => {
      jest.setSystemTime(Date.parse(EXPIRES_AT) + 60 * 60_000)
    })

    it("asks in the moment that the time to pay is over, and soon again while the shop still waits", async () => {
      shop.says("awaiting_payment", { expires_at: EXPIRES_AT, expires_in: 64 })
      watch()
      await pass(90_000)
      const times = shop.requests.map(({ at }) => at - shop.requests[0]!.at)
      expect(times).toContain(64_000)
      expect(times.find((at) => at > 64_000)).toBe(66_000)
      expect(times.filter((at) => at > 64_000).length).toBeLessThan(10)
      expect(statuses()).toEqual(["awaiting_payment"])
    })

    it("keeps the first end where the browser answers from its store", async () => {
      shop.says("awaiting_payment", { expires_at: EXPIRES_AT, expires_in: 64 })
      watch()
      await pass(30_000)
      shop.maintenance = { message: "closed", retry_at: EXPIRES_AT }
      await pass(10_000)
      expect(left()[0]).toBe(64)
      expect(left()[1]).toBeGreaterThan(23)
      expect(left()[1]).toBeLessThan(35)
      expect(timeLeft(onChange.mock.calls[1]![0] as One2PaysPayment)).toBe(
        64_000 - 40_000
      )
    })

    it("asks past the store first, and again after the clocks went apart, as they do when a device sleeps", async () => {
      shop.says("awaiting_payment", { expires_at: EXPIRES_AT, expires_in: 900 })
      watch()
      await pass(5_000)
      expect(caches()).toEqual(["reload", "no-cache", "no-cache"])
      jest.setSystemTime(Date.now() + 10 * 60_000)
      shop.says("awaiting_payment", { expires_at: EXPIRES_AT, expires_in: 295 })
      await pass(10_000)
      expect(caches().slice(3, 5)).toEqual(["reload", "no-cache"])
      expect(left()).toEqual([900, 295])
    })

    it("counts another payment's time, or a longer one, anew", async () => {
      shop.says("awaiting_payment", { expires_at: EXPIRES_AT, expires_in: 64 })
      watch()
      await pass(0)
      shop.says("awaiting_payment", {
        reference_id: "order_1.2",
        expires_at: EXPIRES_AT,
        expires_in: 1800,
      })
      await pass(2_000)
      expect(left()).toEqual([64, 1800])
    })

    it("knows no end of an answer without one", async () => {
      shop.says("awaiting_payment", { expires_at: EXPIRES_AT })
      watch()
      await pass(0)
      expect(timeLeft(onChange.mock.calls[0]![0] as One2PaysPayment)).toBe(
        Infinity
      )
    })
  })

  it("never asks more often than twice a second, however near the end is", async () => {
    shop.says("awaiting_payment", { expires_in: 2.01 })
    watch()
    await pass(3_000)
    expect(shop.requests.map(({ at }) => at)).toEqual([0, 2_000, 2_500])
  })

  it("goes on while a person reviews the payment", async () => {
    shop.says("under_review")
    watch()
    await pass(3_000)
    shop.says("paid")
    await pass(10_000)
    expect(statuses()).toEqual(["under_review", "paid"])
  })

  it("asks nothing while the page is hidden, and at once when it is seen again", async () => {
    watch()
    await pass(1_000)
    page.setVisible(false)
    await pass(600_000)
    expect(shop.requests).toHaveLength(1)
    shop.says("paid")
    page.setVisible(true)
    await pass(0)
    expect(statuses()).toEqual(["awaiting_payment", "paid"])
  })

  it("asks nothing more when the page was hidden while an answer was on its way", async () => {
    watch()
    page.setVisible(false)
    await pass(600_000)
    expect(shop.requests).toHaveLength(1)
  })

  it.each(["focus", "online"])("asks at once on %s", async (event) => {
    watch()
    await pass(60_000)
    const before = shop.requests.length
    page.dispatchEvent(new Event(event))
    await pass(0)
    expect(shop.requests).toHaveLength(before + 1)
  })

  /** The page after a phone has suspended it in mid-request. */
  const hang = () => {
    shop.answer = () => new Promise(() => undefined)
  }

  it("asks at once when it is seen again, also when it was hidden while a request hung", async () => {
    hang()
    watch()
    await pass(1_000)
    page.setVisible(false)
    expect(shop.requests[0]?.signal?.aborted).toBe(true)
    await pass(60_000)
    shop.says("paid")
    page.setVisible(true)
    await pass(0)
    expect(statuses()).toEqual(["paid"])
    expect(onError).not.toHaveBeenCalled()
  })

  it("asks at once when the connection is back, also when a request hangs in the old one", async () => {
    hang()
    watch()
    await pass(1_000)
    shop.says("paid")
    page.dispatchEvent(new Event("online"))
    await pass(0)
    expect(statuses()).toEqual(["paid"])
  })

  it("drops the answer of a request that another has taken the place of", async () => {
    let answerLate: (late: One2PaysPayment) => void = () => undefined
    shop.answer = () => new Promise((resolve) => (answerLate = resolve))
    watch()
    await pass(1_000)
    shop.says("processing")
    page.dispatchEvent(new Event("online"))
    await pass(0)
    answerLate(payment("awaiting_payment"))
    await pass(1_000)
    expect(statuses()).toEqual(["processing"])
  })

  it("asks once when a page is seen and focused in the same moment", async () => {
    watch()
    await pass(500)
    page.setVisible(false)
    page.setVisible(true)
    page.dispatchEvent(new Event("focus"))
    await pass(500)
    expect(shop.requests).toHaveLength(2)
  })

  it("reports a failed read and goes on", async () => {
    shop.answer = () =>
      Promise.reject(Object.assign(new Error("busy"), { status: 503 }))
    watch()
    await pass(0)
    shop.says("paid")
    await pass(2_000)
    expect(onError).toHaveBeenCalledTimes(1)
    expect(statuses()).toEqual(["paid"])
  })

  it("tells the first answer after an error, so that a page can take the error away", async () => {
    watch()
    await pass(0)
    shop.answer = () => Promise.reject(new TypeError("Failed to fetch"))
    await pass(2_000)
    shop.says("awaiting_payment")
    await pass(30_000)
    expect(onError).toHaveBeenCalledTimes(1)
    expect(statuses()).toEqual(["awaiting_payment", "awaiting_payment"])
  })

  it("stops after a refusal of the first read, that asking again cannot change", async () => {
    shop.answer = () =>
      Promise.reject(Object.assign(new Error("not found"), { status: 404 }))
    watch()
    await pass(60_000)
    expect(onError).toHaveBeenCalledTimes(1)
    expect(shop.requests).toHaveLength(1)
  })

  it.each([403, 404, 429])(
    "goes on after a passing %i, once it has seen the payment",
    async (status) => {
      watch()
      await pass(0)
      shop.answer = () =>
        Promise.reject(Object.assign(new Error("proxy"), { status }))
      await pass(5_000)
      shop.says("paid")
      await pass(10_000)
      expect(onError).toHaveBeenCalled()
      expect(statuses()).toEqual(["awaiting_payment", "paid"])
    }
  )

  it("goes on after a refusal of the first read when the payment is known", async () => {
    shop.answer = () =>
      Promise.reject(Object.assign(new Error("proxy"), { status: 404 }))
    watch({ known: true })
    await pass(0)
    shop.says("paid")
    await pass(5_000)
    expect(statuses()).toEqual(["paid"])
  })

  it.each([
    ["nothing", null],
    ["a text", "<!doctype html>"],
    ["no payment", { maintenance: null }],
    ["a payment without a status", { payment: {} }],
  ])("reports an answer that holds %s, and goes on", async (_what, answer) => {
    jest.spyOn(shop.client, "fetch").mockResolvedValueOnce(answer)
    watch()
    await pass(0)
    expect(onError).toHaveBeenCalledTimes(1)
    await pass(2_000)
    expect(statuses()).toEqual(["awaiting_payment"])
  })

  it("gives up a request of an SDK that knows nothing of signals, and asks again", async () => {
    hang()
    watch()
    await pass(10_000)
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ name: "TimeoutError" })
    )
    shop.says("paid")
    await pass(3_000)
    expect(statuses()).toEqual(["paid"])
  })

  describe("when a callback throws", () => {
    const complaint = new Error("of the shop's own code")
    let complain: jest.SpyInstance

    beforeEach(() => {
      complain = jest.spyOn(console, "error").mockReturnValue()
      onChange.mockImplementationOnce(() => {
        throw complaint
      })
    })

    afterEach(() => complain.mockRestore())

    it("says so on the console and goes on", async () => {
      watch()
      await pass(0)
      expect(complain).toHaveBeenCalledWith(complaint)
      shop.says("paid")
      await pass(3_000)
      expect(statuses()).toEqual(["awaiting_payment", "paid"])
    })

    it("reports it as the browser reports what nobody catches", async () => {
      const reportError = jest.fn()
      Object.assign(globalThis, { reportError })
      watch()
      await pass(0)
      Reflect.deleteProperty(globalThis, "reportError")
      expect(reportError).toHaveBeenCalledWith(complaint)
      expect(complain).not.toHaveBeenCalled()
    })
  })

  it("gives up a request that hangs and asks again", async () => {
    shop.answer = () =>
      new Promise((_resolve, reject) => {
        shop.requests.at(-1)?.signal?.addEventListener("abort", () => {
          reject(new Error("aborted"))
        })
      })
    watch()
    await pass(9_000)
    shop.says("paid")
    await pass(3_000)
    expect(statuses()).toEqual(["paid"])
  })

  it("stops by its signal, cancels the open request and says nothing more", async () => {
    const controller = new AbortController()
    shop.answer = () => new Promise(() => undefined)
    watch({ signal: controller.signal })
    await pass(0)
    controller.abort()
    await pass(60_000)
    expect(shop.requests).toHaveLength(1)
    expect(shop.requests[0]?.signal?.aborted).toBe(true)
    expect(onChange).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  it("never starts with a signal that is already aborted", async () => {
    watch({ signal: AbortSignal.abort() })
    await pass(60_000)
    expect(shop.requests).toHaveLength(0)
  })

  it("runs on a server, where there is no page to listen to", async () => {
    FakePage.uninstall()
    watch()
    await pass(3_000)
    expect(shop.requests).toHaveLength(2)
  })
})
