import { definePolicies } from "@medusajs/framework/utils"

const RESOURCES = {
  one2pays_status: ["read"],
  one2pays_unit: ["update"],
  one2pays_payment: ["read", "update"],
  one2pays_account_number: ["erase"],
  one2pays_withdraw: ["read", "create", "approve", "update"],
} as const

/** The permissions that a shop can give to a role. Medusa checks them where the shop has switched RBAC on. */
export const one2paysPolicies = definePolicies(
  Object.entries(RESOURCES).flatMap(([resource, operations]) =>
    operations.map((operation) => ({
      name: `${resource}:${operation}`,
      resource,
      operation,
    }))
  )
)
