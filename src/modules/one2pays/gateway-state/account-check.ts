import { randomUUID } from "node:crypto"
import {
  runDoctor,
  type CheckPayer,
  type CheckResult,
  type Settings,
} from "../../../doctor"
import { systemClock } from "../../../gateway"
import { staffMessage } from "../../../messages"
import type { ResolvedOptions } from "../config/options"
import { staffError } from "../errors/staff-error"
import type {
  AccountCheckRecord,
  AccountCheckStore,
} from "./account-check-store"
import type { Connection } from "./connection"

export type { AccountCheckRecord }

/** A check with its progress. `interrupted` when the process that ran it died. */
export interface AccountCheckStanding extends AccountCheckRecord {
  state: "running" | "ended" | "interrupted"
}

/** Questions are asked for so long; what the check created is canceled after that, and the unit proved. */
const CHECK_SECONDS = 35
/** Longer than all of it, so that two checks never run at once. */
const LEASE_SECONDS = 90

/** The doctor's check of the account, run by the shop's server. One runs at a time, across all instances. */
export class AccountCheck {
  constructor(
    private readonly store: AccountCheckStore,
    private readonly options: ResolvedOptions,
    private readonly connection: Pick<Connection, "takeTurn">
  ) {}

  /** Reads the last check. Null before the first one. */
  async read(): Promise<AccountCheckStanding | null> {
    const { account_check: record, is_running } = await this.store.read()
    return (
      record && {
        ...record,
        state:
          record.ended_at !== null
            ? "ended"
            : is_running
              ? "running"
              : "interrupted",
      }
    )
  }

  /**
   * Begins a check, which `run` goes on with.
   *
   * @throws MedusaError `one2pays_account_check_running` while another one runs
   */
  async begin(by: string, creates: boolean): Promise<AccountCheckRecord> {
    const record: AccountCheckRecord = {
      id: randomUUID(),
      ...{ by, creates, done: 0, of: 1, findings: [] },
      ...{ started_at: now(), ended_at: null },
    }
    if (!(await this.store.begin(record, LEASE_SECONDS))) {
      throw staffError(staffMessage("account_check_running"))
    }
    return record
  }

  /**
   * Runs a check that has begun.
   *
   * @param payer of the payment that it creates; null when it only reads
   * @param prove proves the unit, after a QR has named the smallest amount that the gateway takes
   */
  async run(
    record: AccountCheckRecord,
    payer: CheckPayer | null,
    prove: (payer: CheckPayer, amount: string) => Promise<void>
  ): Promise<void> {
    let last = record
    try {
      const result = await runDoctor({
        settings: settingsOf(this.options),
        seconds: CHECK_SECONDS,
        ...(payer ? { create: { payer } } : {}),
        enter: (deadline) => this.connection.takeTurn(deadline),
        onProgress: async ({ done, of, findings }) => {
          last = { ...record, done, of, findings }
          await this.store.write(last)
        },
      })
      last = { ...last, done: last.of, findings: result.findings }
      if (payer && provesUnit(result)) {
        await prove(payer, result.smallest)
      }
    } finally {
      await this.store.write({ ...last, ended_at: now() })
    }
  }
}

const now = () => new Date(systemClock.now()).toISOString()

/** A QR that says nothing of the unit needs no second payment to say nothing again. */
const provesUnit = (
  result: CheckResult
): result is CheckResult & { smallest: string } =>
  result.smallest !== null &&
  result.findings.some(
    ({ key }) => key === "unit_proved" || key === "unit_contradicted"
  )

const settingsOf = (options: ResolvedOptions): Settings => ({
  baseUrl: options.baseUrl,
  apiKey: options.apiKey,
  secretKey: options.secretKey,
  webhookSecrets: options.webhookSecret,
  amountUnit: options.amountUnit,
  balanceUnit: options.balanceUnit,
})
