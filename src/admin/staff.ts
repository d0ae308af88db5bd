import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { client } from "./client"

/** Names the people behind ids; those who are gone, or may not be seen, keep their id. */
export function useNames(
  ids: (string | null | undefined)[]
): (id: string) => string {
  const { t } = useTranslation("one2pays")
  const people = [
    ...new Set(
      ids.filter((id): id is string => id?.startsWith("user_") ?? false)
    ),
  ].sort()
  const { data } = useQuery({
    queryKey: ["one2pays", "names", people],
    queryFn: () =>
      client.admin.user.list({
        id: people,
        fields: "id,email,first_name,last_name",
        limit: people.length,
      }),
    enabled: people.length > 0,
    staleTime: Infinity,
    retry: false,
  })
  return (id) => {
    if (id === "system" || id === "gateway") {
      return t(`common.actor.${id}`)
    }
    const person = data?.users.find((user) => user.id === id)
    const name = [person?.first_name, person?.last_name]
      .filter(Boolean)
      .join(" ")
    return name || person?.email || id
  }
}
