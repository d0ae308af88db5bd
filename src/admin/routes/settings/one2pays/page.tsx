import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Settings } from "../../../settings/settings"
import { Crumb } from "../../../ui/crumb"

export default function SettingsPage() {
  return <Settings />
}

export const config = defineRouteConfig({
  label: "settings.title",
  translationNs: "one2pays",
})

export const handle = { breadcrumb: () => <Crumb of="settings.title" /> }
