import { useQuery } from "@tanstack/react-query"
import { client } from "./client"

/** A permission as Medusa names it: `one2pays_withdraw:approve`, or one of core's own. */
export type Right = `one2pays_${string}:${string}` | "payment_collection:create"

/** What the reader's role allows. Null where the shop has not switched RBAC on. */
const readRights = async (): Promise<string[] | null> => {
  const { feature_flags } = await client.client.fetch<{
    feature_flags: { rbac?: boolean }
  }>("/admin/feature-flags")
  if (!feature_flags.rbac) {
    return null
  }
  const { permissions } = await client.client.fetch<{ permissions: string[] }>(
    "/admin/rbac/me/permissions"
  )
  return permissions
}

/**
 * Whether the reader's role allows something. While nobody knows, it does: the server refuses what is not allowed.
 */
export function useMay(): (right: Right) => boolean {
  const { data } = useQuery({
    queryKey: ["one2pays", "rights"],
    queryFn: readRights,
    staleTime: 5 * 60_000,
    retry: false,
  })
  return (right) => !data || data.includes(right)
}
