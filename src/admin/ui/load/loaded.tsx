import { Skeleton } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { Polled } from "../../client/polling"
import { LoadFailure } from "./load-failure"

/** Shows the data of a query. A placeholder holds their room until they come, and an error says why they do not. */
export function Loaded<Data>({
  query,
  height,
  children,
}: {
  query: Polled<Data>
  height: string
  children: (data: Data) => ReactNode
}) {
  const { data, error } = query
  return (
    <>
      <LoadFailure query={query} />
      {data !== undefined
        ? children(data)
        : !error && <Placeholder height={height} />}
    </>
  )
}

/** @param height class name of about the height of the data */
export const Placeholder = ({ height }: { height: string }) => (
  <div className="px-6 py-4">
    <Skeleton className={`${height} w-full`} />
  </div>
)
