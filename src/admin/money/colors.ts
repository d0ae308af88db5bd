/** The dashboard's own colors, which follow its theme. */
export const COLORS = {
  in: "var(--tag-green-icon)",
  out: "var(--fg-interactive)",
  issues: "var(--tag-orange-icon)",
}
