import { TooltipProvider } from "@medusajs/ui"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { shown } from "../../__tests__/shown"

beforeAll(() => {
  // The dashboard's build sets these.
  Object.assign(globalThis, {
    __BACKEND_URL__: undefined,
    __AUTH_TYPE__: undefined,
    __JWT_TOKEN_STORAGE_KEY__: undefined,
  })
})

/** The texts below an open issue for a role with these rights; null where RBAC is off, undefined before anybody knows. */
async function actionsFor(rights: string[] | null | undefined) {
  const { IssueActions } = await import("../../issues/issue-actions")
  const queries = new QueryClient()
  queries.setQueryData(["one2pays", "rights"], rights)
  return shown(
    <QueryClientProvider client={queries}>
      <TooltipProvider>
        <IssueActions
          code="amount_mismatch"
          action={{ isPending: false, mutateAsync: () => Promise.resolve() }}
          payBack="Sure?"
          canCheck
          right="one2pays_payment:update"
        />
      </TooltipProvider>
    </QueryClientProvider>
  )
}

it.each([[null], [undefined]])(
  "shows all buttons where the rights are %s",
  async (rights) => {
    expect(await actionsFor(rights)).toEqual(["Pay back", "Check now", "Close"])
  }
)

it("shows the buttons that the role allows, and says what the others need", async () => {
  expect(
    await actionsFor(["one2pays_payment:read", "one2pays_payment:update"])
  ).toEqual([
    "Check now",
    "Close",
    "For more, your role needs one2pays_withdraw:create.",
  ])
  expect(await actionsFor(["one2pays_payment:read"])).toEqual([
    "For more, your role needs one2pays_withdraw:create, one2pays_payment:update.",
  ])
})
