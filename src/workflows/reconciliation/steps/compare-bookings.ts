import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { systemClock } from "../../../gateway"
import { one2paysOf } from "../../../modules/one2pays"
import { listNewBookings } from "../../../modules/one2pays/core/new-bookings"
import { queryOf } from "../../../modules/one2pays/core/query"
import { compareBookings } from "../../orders/compare-bookings"

/**
 * Compares Medusa's bookings since the last run with the withdraws. It asks the gateway nothing, so it goes on in a
 * maintenance. Two instances that compare the same find the same.
 */
export const compareBookingsStep = createStep(
  "one2pays-compare-bookings",
  async (_: undefined, { container }) => {
    const { reconciliation } = one2paysOf(container)
    const { order_ids, ...cursors } = await listNewBookings(
      queryOf(container),
      await reconciliation.bookingCursors(),
      new Date(systemClock.now())
    )
    await compareBookings(container, order_ids)
    await reconciliation.setBookingCursors(cursors)
    return new StepResponse()
  }
)
