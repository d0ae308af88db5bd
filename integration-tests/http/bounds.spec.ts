import { readdirSync, readFileSync } from "node:fs"
import http from "node:http"
import path from "node:path"
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib"
import { countConsumption, type Consumption } from "../setup/consumption"
import { openShop } from "../setup/open-shop"
import { BENEFICIARY, BENEFICIARY_NAME } from "../setup/payout-desk"
import { until } from "../setup/until"

const shop = openShop()
const consumption = countConsumption()

interface Route {
  method: string
  path: string
}

/** Our routes as their files have them. */
function routesOnDisk(): Route[] {
  const root = path.resolve(__dirname, "../../src/api")
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const code = readFileSync(path.join(root, file), "utf8")
      const where = path.dirname(file).replaceAll("[id]", "none")
      return ["GET", "POST", "PUT", "PATCH", "DELETE"]
        .filter((method) =>
          new RegExp(`export (const ${method} =|\\{ ${method} \\})`).test(code)
        )
        .map((method) => ({ method, path: `/${where}` }))
    })
}

/** Routes of core's at which our middlewares wait. */
const CORES: Route[] = [
  { method: "POST", path: "/store/payment-collections/none/payment-sessions" },
  { method: "POST", path: "/store/carts/none/complete" },
  { method: "POST", path: "/admin/payments/none/capture" },
]

const ROUTES = routesOnDisk()
const UPLOAD = "/admin/one2pays/withdraws/bulk"

const MB = 1024 * 1024
const LARGEST_UPLOAD = 20 * MB
/** The most that is parsed at once. Everything but an upload is smaller as a whole. */
const LARGEST_PIECE = 100 * 1024
/** An inflater may be this far ahead of the one who counts. */
const AHEAD = 64 * 1024

interface Body {
  bytes: Buffer
  encoding?: string
}

const SESSION = '"provider_id":"pp_one2pays_one2pays"'

const large = (length: number) => `{"note":"${"x".repeat(length)}"}`
const nested = (depth: number) =>
  `{${SESSION},"note":${"[".repeat(depth)}${"]".repeat(depth)},"data":{"payer":${'{"a":'.repeat(depth)}1${"}".repeat(depth)}}}`
const manyRows = (length: number) => `{"rows":[${"{},".repeat(length / 3)}{}]}`
const manyKeys = () =>
  `{"rows":[{${Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":0`).join()}}]}`

const gzipped = (text: string): Body => ({
  bytes: gzipSync(text),
  encoding: "gzip",
})

const BODIES: Record<string, () => Body> = {
  "20 MB": () => ({ bytes: Buffer.from(large(LARGEST_UPLOAD)) }),
  "20 KB of gzip that fit": () => gzipped(manyRows(LARGEST_UPLOAD - 100)),
  "gzip of 200 MB": () => gzipped(large(200 * MB)),
  "a million keys": () => ({ bytes: Buffer.from(manyKeys()) }),
  "a million keys, gzipped": () => gzipped(manyKeys()),
  "10,000 levels": () => ({ bytes: Buffer.from(nested(10_000 / 2)) }),
  "10,000 levels of objects, gzipped": () =>
    gzipped(
      `{"rows":[${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}],"note":${"[".repeat(10_000)}`
    ),
}

/** Sends a body as it is, and reads the answer even when it comes before all has been sent. */
const send = (
  route: Route,
  { bytes, encoding }: Body,
  headers: Record<string, string> = {}
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const request = http.request(
      {
        // Making a body takes long enough for a kept connection to be closed.
        agent: false,
        port: process.env.PORT,
        method: route.method,
        path: route.path,
        headers: {
          "content-type": "application/json",
          "content-length": bytes.length,
          ...(encoding && { "content-encoding": encoding }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on("data", (chunk: Buffer) => chunks.push(chunk))
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString()
          resolve({ status: response.statusCode ?? 0, text })
        })
      }
    )
    request.on("error", reject)
    request.end(bytes)
  })

/** Asks each route in turn, and says which of them did more than it may. */
async function tryAll(
  routes: Route[],
  body: Body,
  headersFor: (route: Route) => Record<string, string>,
  mistakeIn: (route: Route, status: number, used: Consumption) => boolean
): Promise<unknown[]> {
  const mistakes: unknown[] = []
  for (const route of routes) {
    consumption.forget()
    const { status, text } = await send(route, body, headersFor(route))
    const used = consumption.read()
    if (mistakeIn(route, status, used)) {
      mistakes.push({ ...route, status, text: text.slice(0, 200), ...used })
    }
  }
  return mistakes
}

it("a route of ours is tried here", () => {
  expect(ROUTES).toContainEqual({ method: "POST", path: UPLOAD })
  expect(ROUTES).toContainEqual({ method: "POST", path: "/hooks/one2pays" })
  expect(ROUTES).toContainEqual({
    method: "GET",
    path: "/one2pays/orders/none/qr.png",
  })
})

describe.each(Object.entries(BODIES))("%s", (_, make) => {
  let body: Body
  beforeAll(() => {
    body = make()
  })

  it("cost nothing before a route knows who asks", async () => {
    expect(
      await tryAll(
        ROUTES,
        body,
        () => ({}),
        ({ path }, status, { inflated, longestParsed }) =>
          inflated > 0 ||
          // Medusa itself parses a little, and all of these are longer.
          longestParsed > 30_000 ||
          status < 400 ||
          status >= 500 ||
          (path.startsWith("/admin") && status !== 401)
      )
    ).toEqual([])
  })

  it("cost little from somebody whom the shop knows", async () => {
    expect(
      await tryAll(
        [...ROUTES, ...CORES],
        body,
        ({ path }): Record<string, string> =>
          path.startsWith("/store")
            ? { "x-publishable-api-key": shop.publishableKey }
            : { authorization: `Bearer ${shop.admin.token}` },
        ({ path }, status, { inflated, longestParsed }) =>
          inflated >
            AHEAD + (path === UPLOAD ? LARGEST_UPLOAD : LARGEST_PIECE) ||
          longestParsed > LARGEST_PIECE ||
          (path === UPLOAD && ![400, 413].includes(status)) ||
          status >= 500
      )
    ).toEqual([])
  })
})

const upload = (body: Body, headers: Record<string, string> = {}) =>
  send({ method: "POST", path: UPLOAD }, body, {
    authorization: `Bearer ${shop.admin.token}`,
    ...headers,
  })

const PAYOUTS = JSON.stringify({
  rows: [
    {
      amount: "1.00",
      bank_code: "004",
      account_name: BENEFICIARY_NAME,
      account_number: BENEFICIARY,
    },
  ],
})

it.each([
  ["as it is", { bytes: Buffer.from(PAYOUTS) }],
  ["gzip", gzipped(PAYOUTS)],
  ["deflate", { bytes: deflateSync(PAYOUTS), encoding: "deflate" }],
] as [string, Body][])("an upload may come %s", async (_, body) => {
  const { status, text } = await upload(body)
  expect(status).toBe(201)
  expect(JSON.parse(text)).toMatchObject({ count: 1 })
})

it.each([
  [413, "at most 20480 kB", BODIES["gzip of 200 MB"]!, {}],
  [413, "ไม่เกิน 20480 kB", BODIES["20 MB"]!, { "x-medusa-locale": "th" }],
  [413, "at most 400000", BODIES["a million keys, gzipped"]!, {}],
  [400, "nested too deeply", BODIES["10,000 levels"]!, {}],
  [
    400,
    "did not arrive as a whole",
    () => ({ bytes: Buffer.from("{}"), encoding: "gzip" }),
    {},
  ],
  [
    415,
    "gzip or deflate",
    () => ({ bytes: brotliCompressSync(PAYOUTS), encoding: "br" }),
    {},
  ],
  [
    415,
    "application/json",
    () => ({ bytes: Buffer.from(PAYOUTS) }),
    { "content-type": "text/plain" },
  ],
] as [number, string, () => Body, Record<string, string>][])(
  "says what is wrong: %d, %s",
  async (status, words, body, headers) => {
    const answer = await upload(body(), headers)
    expect(answer).toEqual({ status, text: expect.stringContaining(words) })
  }
)

it("an upload that breaks off harms nothing", async () => {
  const half = gzipSync(manyKeys()).subarray(0, 100_000)
  const request = http.request({
    agent: false,
    port: process.env.PORT,
    method: "POST",
    path: UPLOAD,
    headers: {
      authorization: `Bearer ${shop.admin.token}`,
      "content-type": "application/json",
      "content-encoding": "gzip",
      "content-length": half.length * 2,
    },
  })
  request.on("error", () => undefined)
  request.write(half)
  await until(
    () => consumption.read().inflated,
    (inflated) => inflated > 0
  )
  request.destroy()
  expect((await upload(gzipped(PAYOUTS))).status).toBe(201)
})
