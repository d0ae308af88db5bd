import { logger } from "@medusajs/framework/logger"

/** An entry as Medusa's logger gets it, before it is sorted by level and written in the format of production or development. */
export interface LogEntry {
  level: string
  message: string
  stack?: unknown[]
}

interface Door {
  write(entry: LogEntry): unknown
}

/**
 * Collects the entries at warn or error while some work is done, whatever level the run shows.
 *
 * @param work gets the entries so far, and can wait for one
 */
export async function loggedDuring<T>(
  work: (entries: LogEntry[]) => Promise<T>
): Promise<{ result: T; entries: LogEntry[] }> {
  const door = Reflect.get(logger, "loggerInstance_") as Door
  const write = door.write
  const entries: LogEntry[] = []
  door.write = (entry) => {
    if (entry.level === "warn" || entry.level === "error") entries.push(entry)
    return write.call(door, entry)
  }
  try {
    return { result: await work(entries), entries }
  } finally {
    door.write = write
  }
}
