import { createInstance } from "i18next"
import type { ReactElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { initReactI18next } from "react-i18next"
import texts from "../i18n"

/** The texts that a part of the dashboard shows, in order. */
export async function shown(
  part: ReactElement,
  language: "en" | "th" = "en"
): Promise<string[]> {
  await createInstance().use(initReactI18next).init({
    lng: language,
    resources: texts,
    defaultNS: "one2pays",
  })
  return renderToStaticMarkup(part)
    .split(/<[^>]*>/)
    .filter(Boolean)
}
