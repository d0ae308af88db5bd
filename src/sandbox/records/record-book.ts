/** Beyond this many, the oldest record makes room, so that a benchmark cannot fill the memory. */
const MAX_RECORDS = 50_000

interface Identified {
  id: string
  referenceId: string
}

/** Payments or withdraws in the order of their creation, found by id or by reference. */
export class RecordBook<T extends Identified> {
  private readonly byId = new Map<string, T>()
  private readonly byReference = new Map<string, T>()

  /** @returns the record that made room, if one did. */
  add(record: T): T | undefined {
    this.byId.set(record.id, record)
    this.byReference.set(record.referenceId, record)
    if (this.byId.size <= MAX_RECORDS) {
      return undefined
    }
    const oldest = this.byId.values().next().value
    if (oldest !== undefined) {
      this.byId.delete(oldest.id)
      this.byReference.delete(oldest.referenceId)
    }
    return oldest
  }

  withId(id: string): T | undefined {
    return this.byId.get(id)
  }

  withReference(referenceId: string): T | undefined {
    return this.byReference.get(referenceId)
  }

  withIdOrReference(key: string): T | undefined {
    return this.byId.get(key) ?? this.byReference.get(key)
  }

  /** Oldest first. */
  all(): T[] {
    return [...this.byId.values()]
  }

  clear(): void {
    this.byId.clear()
    this.byReference.clear()
  }
}
