import type { StatusView } from "../../api/admin/one2pays/status/render-status"
import { client } from "../client/client"
import { usePolled } from "../client/polling"

/** How the plugin is doing. The server asks the gateway at most once a minute, whoever looks. */
export const useStatus = () =>
  usePolled<StatusView>(30_000, {
    queryKey: ["one2pays", "status"],
    queryFn: async () => {
      const { status } = await client.client.fetch<{ status: StatusView }>(
        "/admin/one2pays/status"
      )
      return status
    },
  })
