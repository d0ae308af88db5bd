import type { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"
import type { StatusView } from "../api/admin/one2pays/status/render-status"
import { client } from "./client"

/** How the plugin is doing. The server asks the gateway at most once a minute, whoever looks. */
export const useStatus = () =>
  useQuery<StatusView, FetchError>({
    queryKey: ["one2pays", "status"],
    queryFn: async () => {
      const { status } = await client.client.fetch<{ status: StatusView }>(
        "/admin/one2pays/status"
      )
      return status
    },
    refetchInterval: 30_000,
    retry: 1,
  })
