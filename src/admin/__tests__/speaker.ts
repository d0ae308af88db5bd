import { createInstance } from "i18next"
import texts from "../i18n"

/** The translator of our texts into a language of the dashboard. */
export async function speaker(language: string) {
  const i18n = createInstance()
  await i18n.init({
    lng: language,
    fallbackLng: "en",
    resources: texts,
    defaultNS: "one2pays",
  })
  return i18n.t
}
