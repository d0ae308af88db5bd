import { TooltipProvider } from "@medusajs/ui"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import type { BalanceAnswer } from "../../../api/support/render-gateway"
import { shown } from "../../__tests__/shown"

beforeAll(() => {
  // The dashboard's build sets these.
  Object.assign(globalThis, {
    __BACKEND_URL__: undefined,
    __AUTH_TYPE__: undefined,
    __JWT_TOKEN_STORAGE_KEY__: undefined,
  })
})

it("says test or live also while the balance is not known", async () => {
  const { Balance } = await import("../balance")
  const queries = new QueryClient()
  queries.setQueryData<BalanceAnswer>(["one2pays", "balance"], {
    mode: "test",
    balance: null,
    maintenance: null,
    problem: null,
  })
  const card = await shown(
    <QueryClientProvider client={queries}>
      <TooltipProvider>
        <Balance />
      </TooltipProvider>
    </QueryClientProvider>
  )
  expect(card).toContain("Test")
  expect(card).toContain("The balance is not known yet.")
})
