import { useTranslation } from "react-i18next"

/** A page's name in the dashboard's line above it. Core reads it from the page's `handle`. */
export function Crumb({ of }: { of: string }) {
  const { t } = useTranslation("one2pays")
  return <>{t(of)}</>
}
