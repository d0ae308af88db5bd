import type { GraphQuery } from "./query"

interface User {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
}

/** Names the users behind ids, those who have left, too. What is no user has no name here. */
export async function readPeopleNames(
  query: GraphQuery,
  ids: (string | null)[]
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id?.startsWith("user_")))]
  if (wanted.length === 0) {
    return new Map()
  }
  const { data } = await query.graph({
    entity: "user",
    fields: ["id", "email", "first_name", "last_name"],
    filters: { id: wanted as string[] },
    withDeleted: true,
  })
  return new Map((data as User[]).map((user) => [user.id, nameOf(user)]))
}

const nameOf = ({ id, email, first_name, last_name }: User): string =>
  [first_name, last_name].filter(Boolean).join(" ") || email || id
