import { readFileSync } from "node:fs"
import { mkdir, rename, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import type { Snapshot } from "./snapshot"

const DEBOUNCE_MS = 100

/** Reads a saved state. @returns undefined when there is no file yet. @throws Error when the file is no state of the sandbox. */
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

/** Saves the state a moment after a change, off the path of any request. */
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

  /** Writes changes that are not yet written. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    await this.write()
  }

  private write(): Promise<void> {
    // One write after the other: two at once would mix in the same temporary file.
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
    // A large state takes long to serialize, so the sandbox saves it less often.
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
    // The caller's message answers this and names the file.
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
