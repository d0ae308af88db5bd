import { systemClock } from "./clock"
import { createCaller } from "./http/call"
import { createSigner } from "./http/signing"
import { createTransport } from "./http/transport"
import { apiUrl, checkKeys, type One2PaysClientOptions } from "./options"
import { createBalance, type Balance } from "./resources/balance"
import { createPayments, type Payments } from "./resources/payments"
import { createWithdraws, type Withdraws } from "./resources/withdraws"

export interface One2PaysClient {
  payments: Payments
  withdraws: Withdraws
  balance: Balance
  /** Closes every connection. A call under way fails, and the client refuses a later one. */
  close(): void
}

const TIMEOUT_MS = 10_000
const MAX_TRIES = 3

/**
 * The One2Pays merchant API: every endpoint that takes an API key. `POST /auth/login` serves the
 * vendor's dashboard and not API clients, so the client leaves it out.
 *
 * Amounts are THB in major units, in and out. Every failure is an `One2PaysError`. A client keeps
 * its connections open, so one process should share one client. The proxies of the environment
 * apply.
 *
 * @throws One2PaysError `VALIDATION_ERROR` for an option that cannot work
 */
export function createOne2PaysClient(
  options: One2PaysClientOptions
): One2PaysClient {
  checkKeys(options)
  const { amountUnit = "satang", routes, logger } = options
  const url = apiUrl(options.baseUrl)
  const clock = options.clock ?? systemClock
  const transport = createTransport(clock)
  const call = createCaller({
    apiUrl: url,
    sign: createSigner(options.apiKey, options.secretKey),
    transport,
    clock,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    maxTries: options.maxTries ?? MAX_TRIES,
    amountUnit,
    gate: options.gate,
    logger,
  })
  return {
    payments: createPayments({ call, amountUnit, routes, logger }),
    withdraws: createWithdraws({ call, amountUnit, routes, logger }),
    balance: createBalance(call, options.balanceUnit ?? amountUnit),
    close: () => transport.close(),
  }
}
