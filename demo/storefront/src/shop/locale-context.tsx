import { toLocale, type Locale } from "medusa-plugin-one2pays/storefront"
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react"
import { en } from "../texts/en"
import { th } from "../texts/th"
import type { Texts } from "../texts/en"
import { useShop } from "./shop-context"

interface LocaleState {
  locale: Locale
  t: Texts
  setLocale: (locale: Locale) => void
}

const TEXTS: Record<Locale, Texts> = { en, th }
const LocaleContext = createContext<LocaleState | null>(null)

/** The SDK keeps the locale in the browser's storage and sends it as `x-medusa-locale`. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const { sdk } = useShop()
  const [locale, setLocale] = useState<Locale>(() => {
    const first = toLocale(sdk.getLocale() || navigator.language)
    sdk.setLocale(first)
    return first
  })

  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])

  const state = useMemo<LocaleState>(
    () => ({
      locale,
      t: TEXTS[locale],
      setLocale(next) {
        // Before the next render: whatever it fetches must already ask in the new language.
        sdk.setLocale(next)
        setLocale(next)
      },
    }),
    [locale, sdk]
  )
  return (
    <LocaleContext.Provider value={state}>{children}</LocaleContext.Provider>
  )
}

export function useLocale(): LocaleState {
  const state = useContext(LocaleContext)
  if (!state) {
    throw new Error("useLocale needs a LocaleProvider.")
  }
  return state
}
