import { useTranslation } from "react-i18next"

/** A page's name in the line above it, in the dashboard's language. */
export function Crumb({ of }: { of: string }) {
  const { t } = useTranslation("one2pays")
  return <>{t(of)}</>
}
