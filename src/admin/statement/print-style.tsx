/**
 * On paper the statement stands alone: core's shell scrolls inside of the window, and would be cut at its end. The
 * dashboard's dark colors are for screens.
 */
const CSS = `
@media print {
  @page { size: A4 landscape; margin: 10mm }
  body * { visibility: hidden }
  [data-testid="one2pays-statement"], [data-testid="one2pays-statement"] * { visibility: visible }
  [data-testid="one2pays-statement"] * { color: #000 !important; background: none !important; overflow: visible !important }
  [data-testid="one2pays-statement"] :is(th, td), [data-testid="one2pays-statement"] :is(th, td) * { font-size: 7.5pt !important; line-height: 1.15 !important }
  [data-testid="one2pays-statement"] :is(th, td) { padding: 0.5pt 3pt !important }
  [data-testid="one2pays-statement"] :is(tr, th, td) { height: auto !important }
  [data-testid="one2pays-statement"] { position: absolute; inset: 0; box-shadow: none !important; background: #fff !important }
  :has([data-testid="one2pays-statement"]) { position: static !important; overflow: visible !important; height: auto !important; transform: none !important }
  [data-screen-only], [data-screen-only] * { display: none !important }
}`

export const PrintStyle = () => <style>{CSS}</style>
