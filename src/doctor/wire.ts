import {
  createSigner,
  createTransport,
  One2PaysError,
  TransportError,
  type Clock,
  type Transport,
} from "../gateway"
import type { Exchange, Question } from "./exchange"
import { finding, type Finding } from "./finding"

/** One call may take so long. The plugin's own default is the same. */
export const CALL_MS = 10_000

/** Ends the check: nothing that comes after it could be judged. */
export class Stop extends Error {
  constructor(
    readonly because: Finding[] = [],
    /** How long the gateway wants no questions, if it says so. */
    readonly retryAfterMs?: number
  ) {
    super("The check stopped")
  }
}

export interface WireOptions {
  apiUrl: string
  apiKey: string
  secretKey: string
  clock: Clock
  /** Unix time in milliseconds after which nothing is asked. */
  deadline: number
  /** Waits for a turn under the shop's rate limit. */
  enter?: (deadline: number) => Promise<void>
}

/** Asks the gateway, and remembers every question with its answer. Nothing is tried twice by itself. */
export class Wire {
  readonly exchanges: Exchange[] = []
  /** Added to this machine's time in every timestamp, so that a wrong clock does not hide the rest. */
  clockOffsetMs = 0
  private readonly transport: Transport
  private deadline: number

  constructor(private readonly options: WireOptions) {
    this.transport = createTransport(options.clock)
    this.deadline = options.deadline
  }

  /**
   * @param spare time after the deadline that the question may use, for what has to be cleaned up
   * @throws Stop when the time is over, or the gateway takes no more questions
   */
  async ask(question: Question, spare = 0): Promise<Exchange> {
    const { clock } = this.options
    const isTimeUp = () => clock.now() >= this.deadline + spare
    if (isTimeUp()) {
      throw new Stop()
    }
    await this.enter(this.deadline + spare)
    if (isTimeUp()) {
      throw new Stop()
    }
    const exchange = await this.exchange(question, this.deadline + spare)
    this.exchanges.push(exchange)
    if (exchange.answer?.status === 429) {
      const named = exchange.answer.header("retry-after")
      const wait = named && /^\d{1,4}$/.test(named) ? named : undefined
      throw new Stop(
        [finding("rate_limited", { seconds: wait ?? "60" })],
        wait === undefined ? undefined : Number(wait) * 1000
      )
    }
    return exchange
  }

  private async enter(deadline: number): Promise<void> {
    try {
      await this.options.enter?.(deadline)
    } catch (error) {
      if (error instanceof One2PaysError) {
        const seconds = String(Math.ceil((error.retryAfterMs ?? 60_000) / 1000))
        throw new Stop([finding("rate_limited", { seconds })])
      }
      throw error
    }
  }

  /** Nothing more is asked, but for what has to be cleaned up. */
  endNow(): void {
    this.deadline = Math.min(this.deadline, this.options.clock.now())
  }

  close(): void {
    this.transport.close()
  }

  private async exchange(
    question: Question,
    deadline: number
  ): Promise<Exchange> {
    const { clock, apiUrl, apiKey, secretKey } = this.options
    const body = question.body
      ? Buffer.from(JSON.stringify(question.body), "utf8")
      : undefined
    const started = clock.now()
    const headers = question.unsigned
      ? {}
      : createSigner(apiKey, secretKey)(started + this.clockOffsetMs, body)
    const query = question.query
      ? `?${new URLSearchParams(question.query).toString()}`
      : ""
    try {
      const response = await this.transport.send({
        method: question.method,
        url: apiUrl + question.path + query,
        headers: {
          Accept: "application/json",
          ...headers,
          ...(body ? { "Content-Type": "application/json" } : {}),
        },
        body,
        timeoutMs: Math.min(CALL_MS, deadline - started),
      })
      const at = clock.now()
      return {
        question,
        ...{ at, ms: at - started },
        answer: {
          status: response.status,
          header: (name) => response.header(name),
          text: response.body,
          json: parse(response.body),
        },
      }
    } catch (error) {
      if (!(error instanceof TransportError)) {
        throw error
      }
      const at = clock.now()
      const { code, reason } = error
      return { question, at, ms: at - started, failure: { code, reason } }
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
