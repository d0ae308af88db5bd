import type { One2PaysModuleService } from "medusa-plugin-one2pays/modules/one2pays"

/** As after a start with `refunds.mode: "off"`, while the act goes on. */
export async function withRefundsOff<T>(
  { options }: One2PaysModuleService,
  act: () => Promise<T>
): Promise<T> {
  const { mode } = options.refunds
  options.refunds.mode = "off"
  try {
    return await act()
  } finally {
    options.refunds.mode = mode
  }
}
