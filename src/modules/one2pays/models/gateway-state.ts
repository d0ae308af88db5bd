import { model } from "@medusajs/framework/utils"

/**
 * The state of one gateway integration, which all instances share. Each pair of address and API key has a single row.
 * `balance` is THB in major units as decimal strings.
 */
export const GatewayState = model.define(
  { name: "One2paysGatewayState", tableName: "one2pays_gateway_state" },
  {
    id: model.text().primaryKey(),
    /** Why the plugin calls nobody: the gateway is under maintenance, or it answers nobody. */
    outage_reason: model
      .enum(["maintenance", "silence"])
      .default("maintenance"),
    /** Since when it calls nobody, for either reason. Null while it calls. */
    maintenance_started_at: model.dateTime().nullable(),
    maintenance_probes: model.number().default(0),
    next_probe_at: model.dateTime().nullable(),
    /** When a process last asked the gateway for the balance, and the code of the failure, if it failed. */
    checked_at: model.dateTime().nullable(),
    check_error: model.text().nullable(),
    balance: model.json().nullable(),
    balance_as_of: model.dateTime().nullable(),
    /** When the wallet fell below `balanceAlert`. Null while it holds that much. */
    balance_low_at: model.dateTime().nullable(),
    /** Whether a by-reference route has once found something. Only then does its 404 prove an absence. */
    payments_by_reference: model.boolean().default(false),
    withdraws_by_reference: model.boolean().default(false),
    /** The lease of the instance that reconciles. It lapses by itself. */
    reconcile_until: model.dateTime().nullable(),
    /** Where the last run stopped; null when it came to the end. */
    reconcile_cursor: model.text().nullable(),
    reconciled_at: model.dateTime().nullable(),
    /** Whether the account's unit was found to be that of `amountUnit`. Null before the first sign. */
    unit_state: model.enum(["proved", "contradicted"]).nullable(),
    /** The value of `amountUnit` that this holds for. */
    unit_for: model.enum(["satang", "baht"]).nullable(),
    unit_at: model.dateTime().nullable(),
    /** The reference of a payment or a withdraw, or two people. */
    unit_by: model.json().nullable(),
    /** The reading of a first person, until a second one confirms it. */
    unit_proposal: model.json().nullable(),
    /** What the balance's changes said about `balanceUnit`, and the balance from which they are counted. */
    balance_unit: model.json().nullable(),
    /** The last check of the account, under way or over. */
    account_check: model.json().nullable(),
    /** The lease of the process that runs a check. It lapses by itself. */
    account_check_until: model.dateTime().nullable(),
    /** The last of Medusa's order transactions and refunds that the plugin has compared with its withdraws. */
    transactions_cursor: model.text().nullable(),
    refunds_cursor: model.text().nullable(),
  }
)
