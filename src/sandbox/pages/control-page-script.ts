/**
 * The control page's script in plain browser JavaScript. It builds rows with `textContent` only, because names and
 * descriptions come from outside.
 */
export const CONTROL_PAGE_SCRIPT = `
const api = "/_sandbox/api/"
const SHOWN = 50
const byId = (id) => document.getElementById(id)

async function call(method, path, body) {
  const answer = await fetch(api + path, { method, body: body && JSON.stringify(body) })
  const value = await answer.json()
  if (!answer.ok) throw new Error(value.error)
  return value
}

async function act(method, path, body) {
  try {
    await call(method, path, body)
    byId("problem").textContent = ""
  } catch (error) {
    byId("problem").textContent = error.message
  }
  await refresh()
}

function element(tag, text, className) {
  const made = document.createElement(tag)
  if (text !== undefined) made.textContent = text
  if (className) made.className = className
  return made
}

const GOOD = ["succeeded", "paid", "delivered"]
const BAD = ["payment_failed", "failed", "expired", "canceled", "lost"]
function status(text) {
  return element("span", text, "status " + (GOOD.includes(text) ? "good" : BAD.includes(text) ? "bad" : ""))
}

function buttons(list) {
  const row = element("div", undefined, "row")
  for (const [text, run] of list) {
    const button = element("button", text)
    button.addEventListener("click", run)
    row.append(button)
  }
  return row
}

function link(text, href) {
  const made = element("a", text)
  made.href = href
  return made
}

// A refresh must not overwrite a number that a person is typing.
const limit = document.querySelector("[name=perMinute]")
limit.addEventListener("input", () => { limit.dataset.touched = "yes" })

const drawn = {}
function table(id, columns, rows, cells) {
  // Draws only after a change, so that no button is replaced under the pointer.
  const state = JSON.stringify(rows)
  if (drawn[id] === state) return
  drawn[id] = state
  if (rows.length === 0) {
    byId(id).replaceChildren(element("p", "None yet", "empty"))
    return
  }
  const made = element("table")
  const head = made.createTHead().insertRow()
  for (const column of columns) head.append(element("th", column))
  const body = made.createTBody()
  for (const row of rows) {
    const line = body.insertRow()
    for (const cell of cells(row)) line.insertCell().append(cell)
  }
  byId(id).replaceChildren(made)
}

const time = (at) => new Date(at).toLocaleTimeString()
const latest = (list) => list.reverse()
const OPEN = ["processing", "pending"]

function drawPayments(payments) {
  table("payments", ["Reference", "THB", "Received", "Method", "Status", "Created", ""], latest(payments), (payment) => {
    const post = (action, body) => () => act("POST", "payments/" + payment.id + "/" + action, body)
    const open = OPEN.includes(payment.status)
    return [link(payment.referenceId, payment.payUrl), payment.requestedThb, payment.receivedThb, payment.paymentMethod,
      status(payment.status), time(payment.createdAt),
      buttons(open
        ? [["Pay", post("pay")], ["Pay wrong", () => { const amount = prompt("THB"); if (amount) post("pay", { amount })() }],
           ["Pay twice", post("pay-twice")], ["Fail", post("fail")], ["Expire", post("expire")]]
        : payment.status === "succeeded" ? [["Pay again", post("pay-twice")]] : [["Pay late", post("pay")]])]
  })
}

function drawWithdraws(withdraws) {
  table("withdraws", ["Reference", "Amount", "To", "Status", "Created", ""], latest(withdraws), (withdraw) => {
    const settle = (end) => () => act("POST", "withdraws/" + withdraw.id + "/settle", { status: end })
    return [withdraw.referenceId, withdraw.amount, withdraw.bankCode + " " + withdraw.bankAccountNumber + " " + withdraw.bankAccountName,
      status(withdraw.status), time(withdraw.createdAt),
      buttons(OPEN.includes(withdraw.status) ? [["Paid", settle("paid")], ["Failed", settle("failed")], ["Canceled", settle("canceled")]]
        : withdraw.status === "paid" ? [["Send back", () => act("POST", "withdraws/" + withdraw.id + "/send-back", {})]] : [])]
  })
}

function drawDeliveries(deliveries) {
  table("deliveries", ["Event", "To", "State", "Attempts", "Last answer", "Created", ""], latest(deliveries), (delivery) => {
    const last = delivery.attempts.at(-1)
    return [delivery.event, delivery.url, status(delivery.state), String(delivery.attempts.length),
      last ? (last.status ?? "") + " " + last.answer.slice(0, 60) : "", time(delivery.createdAt),
      buttons([["Deliver again", () => act("POST", "deliveries/" + delivery.id + "/redeliver")]])]
  })
}

function drawCalls(calls) {
  table("calls", ["Time", "Endpoint", "Request", "Status"], latest(calls), (entry) =>
    [time(entry.at), entry.endpoint, entry.method + " " + entry.path, status(String(entry.status))])
}

function drawState(state) {
  byId("wallet").textContent = "฿" + state.walletThb
  byId("settlement").textContent = "฿" + state.settlementThb + " awaiting settlement · " + state.walletStatus
  document.querySelector("[data-switch=maintenance]").checked = state.maintenance
  document.querySelector("[data-switch=active]").checked = state.active
  document.querySelector("[data-switch=by-reference]").checked = state.byReference
  document.querySelector("[data-switch=next-action]").checked = state.showsNextAction
  document.querySelector("[data-switch=repeats-refusals]").checked = state.repeatsRefusals
  document.querySelector("[data-webhook=enabled]").checked = state.webhooks.enabled
  document.querySelector("[data-webhook=shuffle]").checked = state.webhooks.shuffle
  document.querySelector("[data-webhook=duplicate]").checked = state.webhooks.duplicate > 0
  if (!limit.dataset.touched) limit.value = state.rateLimitPerMinute ?? ""
  byId("urls").textContent = state.webhooks.urls.join(", ") || "no address: start with --webhook-url"
  table("faults", ["Kind", "Endpoint", "Left"], state.faults, (fault) =>
    [fault.kind, fault.endpoint ?? "any", fault.left === null ? "until cleared" : String(fault.left)])
}

async function refresh() {
  try {
    const [state, payments, withdraws, deliveries, calls] = await Promise.all(
      ["state", "payments", "withdraws", "deliveries", "calls"].map((path) => call("GET", path + "?last=" + SHOWN)))
    drawState(state)
    drawPayments(payments)
    drawWithdraws(withdraws)
    drawDeliveries(deliveries)
    drawCalls(calls)
  } catch (error) {
    byId("problem").textContent = "no connection: " + error.message
  }
}

for (const box of document.querySelectorAll("[data-switch]")) {
  box.addEventListener("change", () => act("POST", box.dataset.switch, { on: box.checked }))
}
for (const box of document.querySelectorAll("[data-webhook]")) {
  const value = () => (box.dataset.webhook === "duplicate" ? Number(box.checked) : box.checked)
  box.addEventListener("change", () => act("POST", "webhooks", { [box.dataset.webhook]: value() }))
}
const number = (text) => (text === "" ? undefined : Number(text))
const BODIES = {
  wallet: (form) => ({ wallet: form.get("wallet") }),
  "rate-limit": (form) => ({ perMinute: number(form.get("perMinute")) ?? null }),
  faults: (form) => ({ kind: form.get("kind"), endpoint: form.get("endpoint") || undefined,
    times: number(form.get("times")) ?? null, delayMs: number(form.get("delayMs")) }),
  webhooks: (form) => ({ delayMs: number(form.get("delayMs")) ?? 0 }),
}
for (const form of document.querySelectorAll("[data-form]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    delete limit.dataset.touched
    act("POST", form.dataset.form, BODIES[form.dataset.form](new FormData(form)))
  })
}
for (const button of document.querySelectorAll("[data-post]")) {
  button.addEventListener("click", () => {
    if (!button.dataset.confirm || confirm(button.dataset.confirm)) act("POST", button.dataset.post)
  })
}
for (const button of document.querySelectorAll("[data-delete]")) {
  button.addEventListener("click", () => act("DELETE", button.dataset.delete))
}
refresh()
setInterval(refresh, 1500)
`
