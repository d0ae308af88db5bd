import { Input } from "@medusajs/ui"
import { useEffect, useState } from "react"

/** A search field. It follows `value` also where something other than typing changes it, as the browser's Back does. */
export function SearchBox({
  label,
  value,
  onSearch,
}: {
  label: string
  /** The search in force. */
  value: string
  /** Called at each key. */
  onSearch: (text: string) => void
}) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <Input
      type="search"
      size="small"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        onSearch(event.target.value)
      }}
    />
  )
}
