import { defineRouteConfig } from "@medusajs/admin-sdk"
import { lazy } from "react"
import { Crumb } from "../../../ui/crumb"
import { LazyPart } from "../../../ui/load/lazy-part"

const Settings = lazy(() => import("../../../settings/settings"))

const SettingsPage = () => {
  return (
    <LazyPart>
      <Settings />
    </LazyPart>
  )
}

export default SettingsPage

export const config = defineRouteConfig({
  label: "settings.title",
  translationNs: "one2pays",
})

export const handle = { breadcrumb: () => <Crumb of="settings.title" /> }
