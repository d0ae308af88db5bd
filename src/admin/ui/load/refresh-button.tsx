import { ArrowPath } from "@medusajs/icons"
import { IconButton, Tooltip } from "@medusajs/ui"
import type { Polled } from "../../client/polling"

/** Asks the server now instead of waiting for the next poll. */
export function RefreshButton({
  label,
  query: { isFetching, refetch },
}: {
  label: string
  query: Polled<unknown>
}) {
  return (
    <Tooltip content={label}>
      <IconButton
        // What it draws while it waits fills its nearest positioned parent: without this, the window.
        className="relative"
        size="small"
        variant="transparent"
        aria-label={label}
        isLoading={isFetching}
        onClick={() => void refetch()}
      >
        <ArrowPath />
      </IconButton>
    </Tooltip>
  )
}
