const COMMON = `
:root { color-scheme: light dark; --ink: #18202c; --soft: #5c6675; --line: #dfe3e9; --paper: #fff; --ground: #f2f4f7; --main: #14508c; --good: #14754a; --bad: #b3261e }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ebf0; --soft: #a0a9b8; --line: #353d4a; --paper: #1b212b; --ground: #11151c; --main: #5aa0e6; --good: #4cc38a; --bad: #f2867c }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
button, input, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .4rem .8rem }
button { cursor: pointer }
button:hover { border-color: var(--main) }
:focus-visible { outline: 2px solid var(--main); outline-offset: 2px }
`

export const PAY_PAGE_STYLE = `${COMMON}
main { max-width: 24rem; margin: 0 auto; min-height: 100vh; padding: 1.25rem; background: var(--paper); text-align: center }
@media (min-width: 30rem) { main { min-height: 0; margin: 2rem auto; border-radius: 16px; border: 1px solid var(--line) } }
header { font-weight: 700; text-align: left }
header span, footer { color: var(--soft); font-weight: 400 }
footer { font-size: .85rem; margin-top: 1.5rem }
h1 { font-size: 1.25rem; margin: .5rem 0 }
.amount { font-size: 2.25rem; font-weight: 700; margin: .5rem 0; font-variant-numeric: tabular-nums }
.qr { background: #fff; border: 1px solid var(--line); border-radius: 12px; padding: .5rem; width: min(16rem, 100%); margin: 0 auto }
.qr svg { display: block; width: 100%; height: auto }
.hint { color: var(--soft); font-size: .9rem; margin: .5rem 0 }
form { margin: .5rem 0 }
form button { width: 100%; min-height: 2.75rem }
button.main { background: var(--main); border-color: var(--main); color: var(--paper); font-weight: 600 }
details { text-align: left; margin-top: .75rem }
summary { cursor: pointer; color: var(--soft) }
.row input { width: 100%; margin: .25rem 0 .5rem }
.sign { font-size: 2.5rem; line-height: 4.5rem; width: 4.5rem; margin: 1.5rem auto 0; border-radius: 50%; color: #fff; background: var(--bad) }
.sign.paid { background: var(--good) }
@media (prefers-color-scheme: dark) { .sign { color: var(--ground) } }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; text-align: left; border-top: 1px solid var(--line); padding-top: 1rem; margin: 1rem 0 0; font-size: .9rem }
dt { color: var(--soft) }
dd { margin: 0; text-align: right; overflow-wrap: anywhere }
`

export const CONTROL_PAGE_STYLE = `${COMMON}
body { font-size: 14px }
main { max-width: 75rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.25rem; margin: 0 }
h2 { font-size: 1rem; margin: 0 0 .5rem }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; margin-bottom: 1rem; color: var(--soft) }
header h1 { color: var(--ink) }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; margin-bottom: 1rem; overflow-x: auto }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; margin-bottom: 1rem }
.cards section { margin: 0 }
.big { font-size: 1.75rem; font-weight: 700; margin: 0; font-variant-numeric: tabular-nums }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .5rem 0 }
label { display: inline-flex; gap: .4rem; align-items: center }
button, input, select { padding: .2rem .6rem; border-radius: 6px }
input[type=number] { width: 6rem }
table { border-collapse: collapse; width: 100% }
th { text-align: left; color: var(--soft); font-weight: 500 }
th, td { padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line); vertical-align: top; white-space: nowrap }
td.number { text-align: right; font-variant-numeric: tabular-nums }
td .row { margin: 0; flex-wrap: nowrap }
.status { border-radius: 99px; padding: 0 .5rem; border: 1px solid var(--line) }
.status.good { color: var(--good); border-color: currentColor }
.status.bad { color: var(--bad); border-color: currentColor }
.empty, .soft { color: var(--soft) }
#problem { color: var(--bad) }
a { color: var(--main) }
`
