import { backgroundRounds } from "../background-rounds"
import { sendWithdrawsWorkflow } from "./send-withdraws"

/** Begins to send approved withdraws, and goes on until none is left: thousands of payouts take minutes. */
export const startSender = backgroundRounds(
  "the sender of payouts stopped and goes on with its next run",
  async (container) => {
    const { result } = await sendWithdrawsWorkflow(container).run()
    return result.is_cut_off
  }
)
