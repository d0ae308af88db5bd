import { useEffect, useRef } from "react"
import { useLocation, useNavigation, useSearchParams } from "react-router-dom"

/** Null or nothing takes a name out of the address; an empty list keeps it there, without a value. */
export type Changes = Record<string, string | string[] | null>

export type UrlState = ReturnType<typeof useUrlState>

/** What is searched for and where one is, kept in the address: it survives a reload, and can be sent on. */
export function useUrlState() {
  const [params, setParams] = useSearchParams()
  // The table's handlers may be older than the address, and come two at a time.
  const latest = useRef(params)
  latest.current = params
  const waiting = useRef<Changes>({})
  const timer = useRef<ReturnType<typeof setTimeout>>()
  // What was typed last must not reach the address of the page that comes next, nor keep that from coming.
  const { pathname } = useLocation()
  const next = useNavigation().location
  const isLeaving = next !== undefined && next.pathname !== pathname
  useEffect(() => {
    if (isLeaving) clearTimeout(timer.current)
  }, [isLeaving])
  useEffect(() => () => clearTimeout(timer.current), [])

  const write = (changes: Changes) => {
    clearTimeout(timer.current)
    latest.current = changed(latest.current, {
      ...waiting.current,
      ...changes,
    })
    waiting.current = {}
    setParams(latest.current, { replace: true })
  }

  return {
    has: (name: string): boolean => params.has(name),
    get: (name: string): string => params.get(name) ?? "",
    getAll: (name: string): string[] => params.getAll(name).filter(Boolean),
    /** The first is 0. */
    page: pageIn(params.get("page")),
    /** @param delayMs waits until nothing more is typed; what is set meanwhile takes it along */
    set: (changes: Changes, delayMs = 0): void => {
      if (delayMs) {
        clearTimeout(timer.current)
        waiting.current = { ...waiting.current, ...changes }
        const here = window.location.pathname
        timer.current = setTimeout(() => {
          if (window.location.pathname === here) write({})
        }, delayMs)
      } else {
        write(changes)
      }
    },
  }
}

/** The server skips 1,000,000 at most, and a page has 20. */
const LAST_PAGE = 50_000

/** Of what somebody may have written by hand. */
export const pageIn = (text: string | null): number =>
  Math.min(Math.max(0, Math.trunc(Number(text)) || 0), LAST_PAGE)

function changed(params: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name)
    const isEmptyList = Array.isArray(value) && value.length === 0
    for (const each of isEmptyList ? [""] : [value || []].flat()) {
      next.append(name, each)
    }
  }
  return next
}
