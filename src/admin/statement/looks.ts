/**
 * The class names of what the page loads on demand. The dashboard takes class names from .js files alone, and the build
 * gives what is loaded on demand no extension: so they stand here, with what is loaded at once.
 */
export const LOOKS = {
  scroll: { className: "overflow-x-auto" },
  table: { className: "[&_:is(th,td)]:whitespace-nowrap" },
  end: { className: "text-end" },
  amount: { className: "text-end tabular-nums" },
  total: { className: "txt-compact-small-plus" },
  hint: { className: "text-ui-fg-subtle px-6 py-4" },
  since: { className: "txt-compact-xsmall text-ui-fg-subtle block" },
  unknown: { className: "text-ui-fg-muted" },
  section: { className: "divide-y p-0" },
  head: {
    className:
      "flex flex-col items-start justify-between gap-3 px-6 py-4 md:flex-row md:items-center",
  },
  subtitle: { className: "text-ui-fg-subtle" },
  outcome: { className: "px-6 py-4" },
  wide: { className: "whitespace-nowrap" },
  wideAmount: { className: "whitespace-nowrap tabular-nums" },
  reference: { className: "break-all" },
} as const

export type Looks = typeof LOOKS

/** What the parts that are loaded on demand need of the rest. See `money-by-day.tsx` for why they import none of it. */
export interface Tools {
  looks: Looks
  /** ฿1,290.50 of `1290.50` */
  baht: (amount: string) => string
  /** A day as people write it. */
  day: (date: string, style: "long" | "short") => string
}
