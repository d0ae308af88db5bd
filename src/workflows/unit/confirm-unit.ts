import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import type { AmountUnit } from "../../gateway"
import { staffMessage } from "../../messages"
import { one2paysOf } from "../../modules/one2pays"
import { queryOf } from "../../modules/one2pays/core/query"
import { staffError } from "../../modules/one2pays/errors/staff-error"

export interface ConfirmUnitInput {
  /** The unit in which the person read an amount of the account. */
  reading: AmountUnit
  /** The admin user who read it. A second one has to read the same. */
  actor_id: string
}

const confirmUnitStep = createStep(
  "one2pays-confirm-unit",
  async ({ reading, actor_id }: ConfirmUnitInput, { container }) => {
    const { people, unit } = one2paysOf(container)
    const { id } = await people.deciding(queryOf(container), actor_id)
    const { state, by, proposal } = await unit.read()
    if (state === "contradicted" && by && "reference" in by) {
      // Two people may be mistaken, and a QR is not.
      const { reference } = by
      throw staffError(staffMessage("unit_contradicted", { reference }))
    }
    if (proposal?.reading !== reading) {
      await unit.propose(id, reading)
      return new StepResponse()
    }
    if (proposal.id === id) {
      throw staffError(staffMessage("own_reading"))
    }
    if (!(await unit.confirm(id, proposal))) {
      throw staffError(staffMessage("unit_changed"))
    }
    return new StepResponse()
  }
)

/**
 * Confirms the account's unit by hand: a first person says how they read an amount of the account, and a second one
 * confirms it. Another reading replaces the first one. A confirmed reading that is not `amountUnit` contradicts it.
 *
 * @throws MedusaError FORBIDDEN for one's own reading, and for a user who does not exist; NOT_ALLOWED when a payment contradicts the unit
 */
export const confirmUnitWorkflow = createWorkflow(
  "one2pays-confirm-unit",
  (input: ConfirmUnitInput) => {
    confirmUnitStep(input)
  }
)
