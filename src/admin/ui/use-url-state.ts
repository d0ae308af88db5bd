import { useEffect, useRef, useState } from "react"
import { useLocation, useNavigation, useSearchParams } from "react-router-dom"

/** Null or an empty text removes a name from the address. An empty list keeps the name there, without a value. */
export type Changes = Record<string, string | string[] | null>

export type UrlState = ReturnType<typeof useUrlState>

/** Keeps the search, the filters and the page in the address, where they survive a reload and can be sent on. */
export function useUrlState() {
  const [address, setParams] = useSearchParams()
  // The router changes the address only later. Until then the table would see its filter without the value that staff
  // have just picked, close the filter and remove it.
  const [written, setWritten] = useState({ from: address, to: address })
  const params = written.from === address ? written.to : address
  // The table's handlers may be older than the address, and it calls two at a time.
  const latest = useRef(params)
  latest.current = params
  const waiting = useRef<Changes>({})
  const timer = useRef<ReturnType<typeof setTimeout>>()
  // The last keys must not change the address of the page that comes next, nor keep that page from coming.
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
    setWritten({ from: address, to: latest.current })
    setParams(latest.current, { replace: true })
  }

  return {
    has: (name: string): boolean => params.has(name),
    get: (name: string): string => params.get(name) ?? "",
    getAll: (name: string): string[] => params.getAll(name).filter(Boolean),
    /** The first is 0. */
    page: pageIn(params.get("page")),
    /** @param delayMs waits for the end of the typing; another change meanwhile takes these changes along */
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

/** Reads a page number, which a person may have written into the address by hand. */
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
