import { useTranslation } from "react-i18next"
import { useMay } from "../../client/rights"
import { MoneyList } from "../../ui/list/money-list"
import { MissingRights } from "../../ui/act/missing-rights"
import { SaveMenu } from "../../ui/act/save-menu"
import { useUrlState } from "../../ui/use-url-state"
import { PayoutForm } from "../new/payout-form"
import { PayoutUpload } from "../upload/payout-upload"
import { useWithdraws } from "../withdraws"
import { BatchTotals } from "./batch-totals"
import { payoutFilters, toQuery } from "./payout-address"
import { NarrowPayout, payoutPath, usePayoutColumns } from "./payout-columns"
import { usePayoutFilters } from "./payout-filters"
import { ToApprove } from "./to-approve"
import { useDecisions } from "./use-decisions"

const PAGE_SIZE = 20
/** Who decides about many, or looks through a file, sees as many as the server shows at once. */
const LONG_PAGE_SIZE = 100

/** The withdraws, and the ways to ask for payouts. Search, filters and page stand in the address. */
export function PayoutList() {
  const { t } = useTranslation("one2pays")
  const url = useUrlState()
  const may = useMay()
  const mayApprove = may("one2pays_withdraw:approve")
  const filter = toQuery(url)
  const isInOrder = "approvable" in filter || "batch_id" in filter
  const size = isInOrder ? LONG_PAGE_SIZE : PAGE_SIZE
  // The oldest first, which is the order of a file, too.
  const order = url.get("order") || (isInOrder ? "created_at" : "")
  const query = useWithdraws({
    limit: size,
    offset: url.page * size,
    ...(order ? { order } : {}),
    ...filter,
  })
  const { data, error } = query
  const decisions = useDecisions(data?.withdraws ?? [], JSON.stringify(filter))
  const isForbidden = !data && error?.status === 403
  return (
    <>
      <MoneyList
        title={t("payouts.title")}
        url={url}
        query={query}
        rows={data?.withdraws}
        count={data?.count}
        size={size}
        columns={usePayoutColumns(mayApprove)}
        narrow={NarrowPayout}
        selection={mayApprove ? decisions.table : {}}
        selected={decisions.label}
        filters={usePayoutFilters()}
        address={payoutFilters}
        order={order}
        linkTo={payoutPath}
        emptyState={{
          empty:
            "approvable" in filter
              ? {
                  heading: t("payouts.approval.none"),
                  description: t("payouts.approval.noneText"),
                }
              : {
                  heading: t("payouts.empty"),
                  description: t("payouts.emptyText"),
                },
          filtered: {
            heading: t("common.nothing"),
            description: t("payouts.nothingText"),
          },
        }}
        actions={
          !isForbidden && (
            <>
              {mayApprove && <ToApprove total={data?.to_approve} url={url} />}
              <SaveMenu
                files={[
                  {
                    path: "/admin/one2pays/withdraws/export",
                    query: filter,
                    title: t("payouts.title"),
                  },
                  {
                    path: "/admin/one2pays/withdraws/trail",
                    query: filter,
                    title: t("payouts.detail.history"),
                  },
                ]}
              />
              {may("one2pays_withdraw:create") && (
                <>
                  <PayoutUpload />
                  <PayoutForm />
                </>
              )}
              <MissingRights needed={["one2pays_withdraw:create"]} />
            </>
          )
        }
        notes={
          <>
            {data?.batch && (
              <BatchTotals
                totals={data.batch}
                onClose={() => url.set({ batch_id: null, page: null })}
              />
            )}
            {decisions.refusals}
          </>
        }
      />
      {decisions.prompt}
    </>
  )
}
