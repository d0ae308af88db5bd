import { readFileSync } from "node:fs"
import { mkdir, rename, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import type { IdempotencyRecord } from "./idempotency"
import type { PaymentRecord } from "../records/payment-record"
import type { WalletRecord } from "../records/wallet"
import type { Delivery } from "../webhooks/webhooks"
import type { WithdrawRecord } from "../records/withdraw-record"

/** What survives a restart. Switches and faults do not: they are set by whoever starts the sandbox. */
export interface Snapshot {
  version: 1
  wallet: WalletRecord
  payments: PaymentRecord[]
  withdraws: WithdrawRecord[]
  idempotency: IdempotencyRecord[]
  deliveries: Delivery[]
}

const DEBOUNCE_MS = 100

/** Reads a saved state. @returns undefined when there is none yet. @throws Error when the file is not one of ours. */
export function readSnapshot(path: string): Snapshot | undefined {
  let text: string
  try {
    text = readFileSync(path, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return undefined
    }
    throw error
  }
  const value = parsed(text)
  if (!isSnapshot(value)) {
    throw new Error(
      `${path} is not a state file of this sandbox; move it away or name another`
    )
  }
  return value
}

/** Saves the state a moment after it changed, off the path of any request. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()
  private dirty = false
  private pauseMs = DEBOUNCE_MS

  constructor(
    private readonly path: string,
    private readonly snapshot: () => Snapshot
  ) {}

  changed(): void {
    this.dirty = true
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.write().catch((error: unknown) => {
        console.error(`one2pays-sandbox: cannot save ${this.path}:`, error)
      })
    }, this.pauseMs)
  }

  /** Writes what is not yet written. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    await this.write()
  }

  private write(): Promise<void> {
    // One after the other: two writers of the same temporary file would mix.
    this.writing = this.writing
      .catch(() => undefined)
      .then(() => this.writeNow())
    return this.writing
  }

  private async writeNow(): Promise<void> {
    if (!this.dirty) {
      return
    }
    this.dirty = false
    const startedAt = performance.now()
    const text = JSON.stringify(this.snapshot())
    // A large state takes long to serialise; it is then saved less often.
    this.pauseMs = Math.max(DEBOUNCE_MS, 20 * (performance.now() - startedAt))
    const temporary = `${this.path}.tmp`
    try {
      await mkdir(dirname(this.path), { recursive: true })
      await writeFile(temporary, text, { mode: 0o600 })
      // A kill in the middle of a write leaves the old file whole.
      await rename(temporary, this.path)
    } catch (error) {
      this.dirty = true
      throw error
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Answered by the caller's message, which names the file.
    return undefined
  }
}

function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== "object" || value === null) {
    return false
  }
  const candidate = value as Partial<Snapshot>
  return (
    candidate.version === 1 &&
    typeof candidate.wallet === "object" &&
    Array.isArray(candidate.payments) &&
    Array.isArray(candidate.withdraws) &&
    Array.isArray(candidate.idempotency) &&
    Array.isArray(candidate.deliveries)
  )
}
