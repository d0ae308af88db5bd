import { Container, Skeleton } from "@medusajs/ui"
import { useNames } from "../../client/staff"
import { LoadFailure } from "../../ui/load/load-failure"
import { useWithdraw, type WithdrawDetail } from "../withdraws"
import { PayoutFacts } from "./payout-facts"
import { PayoutHistory } from "./payout-history"
import { PayoutSteps } from "./payout-steps"

/** One withdraw: its facts, the actions on it and its history. */
export default function PayoutDetail({ id }: { id: string }) {
  const query = useWithdraw(id)
  const { data, error } = query
  const nameOf = useNames(data ? involvedIn(data.withdraw) : [])
  if (!data && !error) {
    return <Skeleton className="h-64 w-full" />
  }
  return (
    <div className="flex flex-col gap-y-3">
      {error && (
        <Container className="p-0">
          <LoadFailure query={query} />
        </Container>
      )}
      {data && (
        <>
          <PayoutSteps withdraw={data.withdraw} />
          {/* Nobody sees the number of one payout, or the words about it, at another one. */}
          <PayoutFacts
            key={data.withdraw.id}
            withdraw={data.withdraw}
            nameOf={nameOf}
          />
          <PayoutHistory events={data.withdraw.events} nameOf={nameOf} />
        </>
      )}
    </div>
  )
}

const involvedIn = ({ asked_by, decided_by, events }: WithdrawDetail) => [
  asked_by,
  decided_by,
  ...events.map(({ actor, person }) => person ?? actor),
]
