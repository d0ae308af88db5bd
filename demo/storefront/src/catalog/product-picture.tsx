import type { CSSProperties } from "react"

/** The product's picture, or a tile in a color of its own with the first letter of its name. */
export function ProductPicture({
  title,
  thumbnail,
}: {
  title: string
  thumbnail?: string | null
}) {
  if (thumbnail) {
    return <img className="picture" src={thumbnail} alt="" loading="lazy" />
  }
  return (
    <div
      className="picture picture--tile"
      style={{ "--hue": hueOf(title) } as CSSProperties}
      aria-hidden="true"
    >
      {Array.from(title)[0]}
    </div>
  )
}

function hueOf(title: string): number {
  return Array.from(title).reduce(
    (hue, letter) => (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360,
    7
  )
}
