import { useLocale } from "./locale-context"

const LANGUAGES = [
  { locale: "th", name: "ไทย" },
  { locale: "en", name: "English" },
] as const

export function LocaleSwitch() {
  const { locale, t, setLocale } = useLocale()
  return (
    <div className="locale-switch" role="group" aria-label={t.language}>
      {LANGUAGES.map((language) => (
        <button
          key={language.locale}
          type="button"
          lang={language.locale}
          aria-pressed={locale === language.locale}
          data-testid={`locale-${language.locale}`}
          onClick={() => setLocale(language.locale)}
        >
          {language.name}
        </button>
      ))}
    </div>
  )
}
