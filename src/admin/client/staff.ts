import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { createContext } from "react"
import { useTranslation } from "react-i18next"
import { client } from "./client"

export type NameOf = (id: string) => string

/** The names of all people on a page, so that its inner parts do not ask for each. */
export const Names = createContext<NameOf>((id) => id)

/** Names the people behind ids. A person who is gone, or whom the reader may not see, keeps the id. */
export function useNames(ids: (string | null | undefined)[]): NameOf {
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
    placeholderData: keepPreviousData,
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
