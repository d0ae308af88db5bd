import type { ReactNode } from "react"

/** A list of labels and values, one a line. A line without a value is left out. */
export function Facts({ rows }: { rows: [label: string, value: ReactNode][] }) {
  return (
    <dl>
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div
            key={label}
            className="text-ui-fg-subtle grid grid-cols-2 gap-x-2 px-6 py-3"
          >
            <dt className="txt-compact-small-plus">{label}</dt>
            <dd className="txt-compact-small break-words">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
