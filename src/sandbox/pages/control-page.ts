import type { SandboxStatus } from "../controls/controls"
import { FAULT_KINDS } from "../state/faults"
import { ENDPOINTS } from "../wire/endpoints"
import { CONTROL_PAGE_SCRIPT } from "./control-page-script"
import { escapeHtml } from "./html"
import { CONTROL_PAGE_STYLE } from "./page-style"

/**
 * The page at `/_sandbox`: the controls that a person wants at hand. Its script fills it from the control API and keeps
 * it fresh.
 */
export function controlPage({
  url,
  apiKey,
  amountUnit,
}: SandboxStatus): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>One2Pays sandbox</title>
<style>${CONTROL_PAGE_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>One2Pays sandbox</h1>
<span>${escapeHtml(url)}/api/v1</span><span>${escapeHtml(apiKey)}</span><span>amounts in ${amountUnit}</span>
<span id="problem" role="alert"></span>
</header>
<div class="cards">
<section>
<h2>Wallet</h2>
<p class="big" id="wallet">…</p>
<p class="soft" id="settlement"></p>
<form class="row" data-form="wallet"><label>Set to THB <input name="wallet" size="10" inputmode="decimal" required></label><button>Set</button></form>
</section>
<section>
<h2>Switches</h2>
<div class="row"><label><input type="checkbox" data-switch="maintenance"> Maintenance mode</label></div>
<div class="row"><label><input type="checkbox" data-switch="active"> Integration is active</label></div>
<div class="row"><label><input type="checkbox" data-switch="by-reference"> By-reference routes</label></div>
<div class="row"><label><input type="checkbox" data-switch="next-action"> Payments have a next action</label></div>
<div class="row"><label><input type="checkbox" data-switch="repeats-refusals"> Repeats refusals by idempotency key</label></div>
<form class="row" data-form="rate-limit"><label>Requests a minute <input name="perMinute" type="number" min="0" placeholder="no limit"></label><button>Set</button></form>
</section>
<section>
<h2>Faults</h2>
<form class="row" data-form="faults">
<select name="kind" aria-label="Kind">${options(FAULT_KINDS)}</select>
<select name="endpoint" aria-label="Endpoint"><option value="">any endpoint</option>${options(ENDPOINTS)}</select>
<label>times <input name="times" type="number" min="1" value="1"></label>
<label>ms <input name="delayMs" type="number" min="0" placeholder="0"></label>
<button>Add</button>
</form>
<div id="faults"></div>
<div class="row"><button data-delete="faults">Clear</button></div>
</section>
<section>
<h2>Webhooks</h2>
<div id="urls" class="soft"></div>
<div class="row"><label><input type="checkbox" data-webhook="enabled"> Delivered</label>
<label><input type="checkbox" data-webhook="shuffle"> Out of order</label>
<label><input type="checkbox" data-webhook="duplicate"> Twice</label></div>
<form class="row" data-form="webhooks"><label>Late by <input name="delayMs" type="number" min="0" value="0"> ms</label><button>Set</button></form>
<div class="row"><button data-post="webhooks/flush">Deliver all now</button></div>
</section>
</div>
<section><h2>Payments</h2><div id="payments"></div></section>
<section><h2>Withdraws</h2><div id="withdraws"></div></section>
<section><h2>Webhook deliveries</h2><div id="deliveries"></div></section>
<section><h2>Calls</h2><div id="calls"></div>
<div class="row"><button data-post="reset" data-confirm="Forget all payments, withdraws and calls?">Reset everything</button></div></section>
</main>
<script>${CONTROL_PAGE_SCRIPT}</script>
</body>
</html>
`
}

function options(values: readonly string[]): string {
  return values
    .map((value) => `<option value="${value}">${value}</option>`)
    .join("")
}
