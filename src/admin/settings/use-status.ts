import type { StatusView } from "../../api/admin/one2pays/status/render-status"
import { client } from "../client/client"
import { usePolled } from "../client/polling"

export type { StatusView }

/** The plugin's state. The server asks the gateway at most once a minute, however many staff look. */
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
