import { useRef } from "react"
import { useSearchParams } from "react-router-dom"

type Changes = Record<string, string | string[] | null>

/** What is searched for and where one is, kept in the address: it survives a reload, and can be sent on. */
export function useUrlState() {
  const [params, setParams] = useSearchParams()
  const timer = useRef<ReturnType<typeof setTimeout>>()

  const write = (changes: Changes) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          next.delete(name)
          for (const each of [value ?? []].flat()) {
            if (each) {
              next.append(name, each)
            }
          }
        }
        return next
      },
      { replace: true }
    )

  return {
    get: (name: string): string => params.get(name) ?? "",
    getAll: (name: string): string[] => params.getAll(name),
    /** The first is 0. */
    page: Math.max(0, Math.trunc(Number(params.get("page") ?? 0)) || 0),
    /** @param delayMs waits until nothing more is typed */
    set: (changes: Changes, delayMs = 0): void => {
      clearTimeout(timer.current)
      if (delayMs) {
        timer.current = setTimeout(() => write(changes), delayMs)
      } else {
        write(changes)
      }
    },
  }
}
