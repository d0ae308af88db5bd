import type { CallOptions } from "../call-options"
import type { Clock } from "../clock"
import { deadlineOf, tryTimeout } from "./deadline"
import { openEnvelope } from "./envelope"
import { One2PaysError, type One2PaysErrorFields } from "../errors"
import { type Gate, type Passage, passGate } from "../limits/gate"
import type { Logger } from "../logger"
import type { AmountUnit } from "../money/money"
import { logfmt } from "./logfmt"
import { withRetries } from "./retry"
import type { Signer } from "./signing"
import {
  type Transport,
  TransportError,
  type TransportResponse,
} from "./transport"

/** One endpoint, called once. */
interface ApiCall<T> {
  method: "GET" | "POST"
  /** Below `/api/v1`, with every id encoded. */
  path: string
  /** The path with `:id` for its ids, for the log. */
  template: string
  /** The bytes to sign and send: JSON, serialized once. */
  body?: Buffer
  /** A second request under the same name does no harm. */
  repeatable: boolean
  referenceId?: string
  idempotencyKey?: string
  /** Accounts and names in the body. No error may repeat them. */
  sensitive?: readonly string[]
  /** `undefined` when the data does not have the documented shape. */
  read(data: unknown): T | undefined
}

interface CallerOptions {
  apiUrl: string
  sign: Signer
  transport: Transport
  clock: Clock
  timeoutMs: number
  maxTries: number
  amountUnit: AmountUnit
  /** Decides which call leaves when. Without it, every call leaves at once. */
  gate?: Gate
  logger?: Logger
}

export type Caller = <T>(call: ApiCall<T>, options?: CallOptions) => Promise<T>

const NOTHING_SENSITIVE: readonly string[] = []

/**
 * The one way out for a request. Each try is stamped, signed, sent and read, all of them within one
 * deadline.
 */
export function createCaller(caller: CallerOptions): Caller {
  const { clock, logger, transport, gate } = caller

  return async <T>(call: ApiCall<T>, options: CallOptions = {}) => {
    const { signal } = options
    const started = clock.now()
    const deadline = deadlineOf(options.deadline, caller.timeoutMs, clock)
    const maxTries = call.repeatable ? (options.maxTries ?? caller.maxTries) : 1
    const { body } = call
    let mayHaveHappened = false

    const failure = (fields: One2PaysErrorFields): One2PaysError => {
      const error = new One2PaysError({
        ...fields,
        referenceId: call.referenceId,
        idempotencyKey: call.idempotencyKey,
        // The clear refusal of a later try does not undo a lost answer: the first try may have
        // caused that refusal.
        outcome: mayHaveHappened ? "unknown" : fields.outcome,
      })
      mayHaveHappened = error.outcome === "unknown"
      return error
    }

    const attempt = async (tries: number): Promise<T> => {
      if (!gate) {
        return exchange(tries, tries >= maxTries)
      }
      const { isProbe, arrive } = await enter(gate, tries)
      let error: One2PaysError | undefined
      try {
        // Half of the time would take a slow gateway for a silent one, and no second try of a probe may follow.
        return await exchange(tries, isProbe || tries >= maxTries)
      } catch (thrown) {
        error = thrown instanceof One2PaysError ? thrown : undefined
        throw thrown
      } finally {
        // The gateway's answer stands, even if the gate cannot note it.
        await arrive(error).catch((problem: unknown) => {
          logger?.warn(`one2pays gate: ${String(problem)}`)
        })
      }
    }

    const enter = async (gate: Gate, tries: number): Promise<Passage> => {
      const { rank = "background" } = options
      try {
        return await passGate(gate, { rank, deadline, signal })
      } catch (error) {
        if (error instanceof One2PaysError) {
          const { code, outcome, retryAfterMs } = error
          throw failure({ code, outcome, retryAfterMs, tries: tries - 1 })
        }
        throw error
      }
    }

    const exchange = async (tries: number, lastTry: boolean): Promise<T> => {
      const remaining = deadline - clock.now()
      if (signal?.aborted) {
        throw failure({
          code: "ABORTED",
          outcome: "not_sent",
          tries: tries - 1,
        })
      }
      if (remaining <= 0) {
        throw failure({
          code: "TIMEOUT",
          outcome: "not_sent",
          tries: tries - 1,
        })
      }
      const response = await send(tries, remaining, lastTry)
      const { status } = response
      const answer = openEnvelope(
        response,
        call.sensitive ?? NOTHING_SENSITIVE,
        clock.now(),
        caller.amountUnit
      )
      if (!answer.ok) {
        throw failure({ ...answer.error, tries })
      }
      const result = call.read(answer.data)
      if (result === undefined) {
        throw failure({ code: "MALFORMED_RESPONSE", status, tries })
      }
      logger?.debug(line(call, { status, ms: clock.now() - started, tries }))
      return result
    }

    const send = async (
      tries: number,
      remaining: number,
      lastTry: boolean
    ): Promise<TransportResponse> => {
      const headers = caller.sign(clock.now(), body)
      if (body) {
        headers["Content-Type"] = "application/json"
      }
      try {
        return await transport.send({
          method: call.method,
          url: caller.apiUrl + call.path,
          headers,
          body,
          timeoutMs: tryTimeout(remaining, {
            readOnly: call.method === "GET",
            lastTry,
          }),
          signal,
        })
      } catch (error) {
        if (error instanceof TransportError) {
          const { code, outcome, message } = error
          throw failure({ code, outcome, text: message, tries })
        }
        throw error
      }
    }

    try {
      return await withRetries(attempt, {
        maxTries,
        deadline,
        clock,
        signal,
        aborted: (tries) =>
          failure({ code: "ABORTED", outcome: "not_sent", tries }),
      })
    } catch (error) {
      if (error instanceof One2PaysError) {
        const { code, gatewayCode = code, status, tries } = error
        const ms = clock.now() - started
        logger?.debug(line(call, { status, code: gatewayCode, ms, tries }))
      }
      throw error
    }
  }
}

interface CallResult {
  status?: number
  /** The code of a failure. */
  code?: string
  ms: number
  tries: number
}

/** The log line of one call with all of its tries. */
function line(
  { method, template, referenceId, idempotencyKey }: ApiCall<unknown>,
  { status, code, ms, tries }: CallResult
): string {
  const fields = logfmt({
    method,
    path: template,
    status,
    code,
    ms,
    tries,
    reference: referenceId,
    idempotency_key: idempotencyKey,
  })
  return `one2pays call ${fields}`
}
