import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Statement } from "../../../statement/statement"
import { Crumb } from "../../../ui/crumb"

/** The balance and what moved it, day by day, with what nobody can explain. */
const StatementPage = () => {
  return (
    <div className="flex flex-col gap-y-3">
      <Statement />
    </div>
  )
}

export default StatementPage

export const config = defineRouteConfig({
  label: "statement.title",
  translationNs: "one2pays",
  icon: DocumentText,
})

export const handle = { breadcrumb: () => <Crumb of="statement.title" /> }
