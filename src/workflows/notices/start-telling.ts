import { backgroundRounds } from "../background-rounds"
import { tellStaffWorkflow } from "./tell-staff"

/** Begins to tell staff what waits: an upload asks for it thousands of times, and a mail may take seconds. */
export const startTelling = backgroundRounds(
  "staff were not told, and are with the next run",
  async (container) => {
    await tellStaffWorkflow(container).run()
    return false
  }
)
