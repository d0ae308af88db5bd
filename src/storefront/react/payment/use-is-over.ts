import { useEffect, useState } from "react"
import { timeLeft, type One2PaysPayment } from "../../index"

const LOOK_EVERY_MS = 500

/**
 * Tells whether the time to pay has run out while the customer looked on, also without a connection.
 *
 * @param payment a payment that awaits its money, a new object with every answer
 */
export function useIsOver(payment: One2PaysPayment | undefined): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const look = () => setOver(payment !== undefined && timeLeft(payment) <= 0)
    look()
    // A single timeout would stand still while a phone sleeps.
    const timer = payment && setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [payment])
  return isOver
}
