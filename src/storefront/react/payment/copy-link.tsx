import { useState } from "react"
import type { Texts } from "../texts/texts"

/** Copies the address of the order's page, for another device, or for whoever pays. */
export function CopyLink({ texts }: { texts: Texts }) {
  const [outcome, setOutcome] = useState<"copied" | "failed">()

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href)
      setOutcome("copied")
    } catch {
      // Some browsers inside apps have no clipboard, and a page without TLS has none.
      setOutcome("failed")
    }
  }

  return (
    <div className="one2pays-copy">
      <button
        type="button"
        className="one2pays-link"
        data-one2pays="copy-link"
        onClick={() => void copy()}
      >
        {texts.copyLink}
      </button>
      <p
        className="one2pays-hint one2pays-news"
        role="status"
        data-one2pays="link-copied"
      >
        {outcome &&
          (outcome === "copied" ? texts.linkCopied : texts.linkNotCopied)}
      </p>
    </div>
  )
}
