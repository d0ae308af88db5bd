import { Input } from "@medusajs/ui"
import { useEffect, useState } from "react"

/** A search that follows what is searched for, also where something else than typing changes it. */
export function SearchBox({
  label,
  value,
  onSearch,
}: {
  label: string
  /** What is searched for now. */
  value: string
  /** At each key. */
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
