import { clx } from "@medusajs/ui"
import { useRef, useState, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatDate } from "../format/date"
import { intlLocale } from "../format/intl-locale"
import { formatBaht } from "../format/money"
import { scaleOf } from "./chart-scale"
import { COLORS } from "./colors"
import { MoneyDayTip } from "./money-day"
import type { MoneyDay } from "./use-money"

/** The dates below the line: on a phone there is room for every sixth, elsewhere for every third. */
const dateClass = (index: number): string | null =>
  index % 6 === 0 ? "" : index % 3 === 0 ? "hidden sm:block" : null

const percent = (share: number): string => `${share * 100}%`

/**
 * Money that came in stands above the line, money that left hangs below it. Each day is a link to its payments. The
 * keyboard enters at one day, and the arrow keys go on from there.
 */
export default function MoneyByDay({
  days,
  linkTo,
}: {
  days: MoneyDay[]
  linkTo: (day: MoneyDay) => string
}) {
  const { t, i18n } = useTranslation("one2pays")
  const { language } = i18n
  const last = days.length - 1
  const [entry, setEntry] = useState(last)
  const [shown, setShown] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const { ticks, at } = scaleOf(days)
  const compact = new Intl.NumberFormat(intlLocale(language), {
    notation: "compact",
    maximumFractionDigits: 1,
  })

  const go = (event: KeyboardEvent, from: number) => {
    // The browser's own, such as Alt and an arrow for the page before.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return
    }
    const isBackwards = i18n.dir() === "rtl"
    const to = {
      ArrowRight: from + (isBackwards ? -1 : 1),
      ArrowLeft: from - (isBackwards ? -1 : 1),
      Home: 0,
      End: last,
    }[event.key]
    if (event.key === "Escape") {
      setShown(null)
    }
    if (to !== undefined) {
      event.preventDefault()
      const links = list.current?.querySelectorAll("a")
      links?.item(Math.min(Math.max(to, 0), last)).focus()
    }
  }

  return (
    <div className="flex pb-6 pt-2">
      <div aria-hidden className="relative h-52 w-11 shrink-0">
        {ticks.map((tick) => (
          <span
            key={tick}
            className="txt-compact-xsmall text-ui-fg-subtle absolute end-2 -translate-y-1/2 tabular-nums"
            style={{ top: percent(at(tick)) }}
          >
            {compact.format(Math.abs(tick))}
          </span>
        ))}
      </div>
      <div className="relative h-52 min-w-0 flex-1">
        {ticks.map((tick) => (
          <span
            key={tick}
            aria-hidden
            className="absolute inset-x-0 border-t"
            style={{
              top: percent(at(tick)),
              borderColor: `var(--border-${tick === 0 ? "strong" : "base"})`,
            }}
          />
        ))}
        <ol
          ref={list}
          className="absolute inset-0 flex"
          aria-label={t("money.description")}
          onPointerLeave={() => setShown(null)}
        >
          {days.map((day, index) => {
            const dated = dateClass(index)
            return (
              <li key={day.date} className="relative min-w-0 flex-1">
                <Link
                  to={linkTo(day)}
                  aria-label={describe(day)}
                  tabIndex={index === Math.min(entry, last) ? 0 : -1}
                  className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus absolute inset-0 rounded-sm outline-none"
                  onKeyDown={(event) => go(event, index)}
                  onFocus={() => {
                    setEntry(index)
                    setShown(index)
                  }}
                  onBlur={() => setShown(null)}
                  onPointerEnter={() => setShown(index)}
                >
                  {day.issues > 0 && (
                    <span
                      className="absolute inset-y-0 start-1/2 border-s-2 border-dashed"
                      style={{ borderColor: COLORS.issues }}
                    />
                  )}
                  <Bar from={at(day.in)} to={at(0)} color={COLORS.in} />
                  <Bar from={at(0)} to={at(-day.out)} color={COLORS.out} />
                </Link>
                {dated !== null && (
                  <span
                    aria-hidden
                    className={clx(
                      "txt-compact-xsmall text-ui-fg-subtle absolute start-1/2 top-full -translate-x-1/2 whitespace-nowrap pt-2 rtl:translate-x-1/2",
                      dated
                    )}
                  >
                    {formatDate(day.date, language, "short")}
                  </span>
                )}
                {shown === index && (
                  <div
                    className={clx(
                      "pointer-events-none absolute top-0 z-10 whitespace-nowrap",
                      index <= last / 2 ? "start-full ps-1" : "end-full pe-1"
                    )}
                  >
                    <MoneyDayTip day={day} />
                  </div>
                )}
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )

  /** A day for those who cannot see it. */
  function describe(day: MoneyDay): string {
    return [
      formatDate(day.date, language, "long"),
      ...(["in", "out"] as const).map(
        (kind) => `${t(`money.${kind}`)} ${formatBaht(day[kind], language)}`
      ),
      ...(day.issues > 0
        ? [
            `${t("money.issues")}: ${t("money.issueCount", { count: day.issues })}`,
          ]
        : []),
    ].join(", ")
  }
}

function Bar({ from, to, color }: { from: number; to: number; color: string }) {
  return (
    to > from && (
      <span
        className="absolute inset-x-[10%]"
        style={{
          top: percent(from),
          height: percent(to - from),
          minHeight: 1,
          backgroundColor: color,
        }}
      />
    )
  )
}
