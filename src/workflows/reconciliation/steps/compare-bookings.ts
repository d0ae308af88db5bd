import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { systemClock } from "../../../gateway"
import { one2paysOf } from "../../../modules/one2pays"
import { listNewBookings } from "../../../modules/one2pays/core/new-bookings"
import { loggerOf, queryOf } from "../../../modules/one2pays/core/query"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"
import { compareBookings } from "../../orders/compare-bookings"

/**
 * Compares Medusa's bookings since the last run with the withdraws. It asks the gateway nothing, so it goes on in a
 * maintenance. Two instances that compare the same find the same.
 */
export const compareBookingsStep = createStep(
  "one2pays-compare-bookings",
  async (_: undefined, { container }) => {
    const { reconciliation } = one2paysOf(container)
    try {
      const { order_ids, ...cursors } = await listNewBookings(
        queryOf(container),
        await reconciliation.bookingCursors(),
        new Date(systemClock.now())
      )
      await compareBookings(container, order_ids)
      await reconciliation.setBookingCursors(cursors)
    } catch (error) {
      // The other steps of the run have their own work, and the next run comes back to these bookings.
      logFailure(
        loggerOf(container),
        "Medusa's bookings could not be compared with the payouts",
        error
      )
    }
    return new StepResponse()
  }
)
