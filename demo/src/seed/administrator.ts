import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUsersWorkflow } from "@medusajs/medusa/core-flows"

/** A user who can log in to the admin. The demo's password is no secret: it is printed at every start. */
export async function seedAdministrator(
  container: MedusaContainer,
  email: string,
  password: string
): Promise<void> {
  const users = container.resolve(Modules.USER)
  if ((await users.listUsers({ email })).length > 0) return

  const {
    result: [user],
  } = await createUsersWorkflow(container).run({
    input: { users: [{ email }] },
  })
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", {
    body: { email, password },
  })
  if (!user || !authIdentity) {
    throw new Error(error ?? `The user ${email} could not be made.`)
  }
  await auth.updateAuthIdentities({
    id: authIdentity.id,
    app_metadata: { user_id: user.id },
  })
}
