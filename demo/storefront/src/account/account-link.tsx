import { useLocale } from "../shop/locale-context"
import { linkTo } from "../shop/route"
import { useAccount } from "./account-context"

/** On a phone there is room for the picture alone. */
export function AccountLink() {
  const { t } = useLocale()
  const { customer } = useAccount()
  return (
    <a
      className="account-link"
      href={linkTo.account}
      data-testid="account-link"
    >
      <svg
        width="22"
        height="22"
        viewBox="0 0 24 24"
        fill={customer ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <circle cx="12" cy="8" r="4" />
        <path d="M4 21c0-4 3.5-7 8-7s8 3 8 7z" />
      </svg>
      <span>{customer ? t.account.title : t.account.logIn}</span>
    </a>
  )
}
