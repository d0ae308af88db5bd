import type { ReactNode } from "react"
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"
import type { MoneyDay } from "./use-money"

interface Props {
  days: MoneyDay[]
  /** CSS colors */
  colors: { in: string; out: string; issues: string }
  /** Screen readers say it to people who reach the chart by keyboard. */
  description: string
  formatDate: (date: string) => string
  formatAmount: (amount: number) => string
  /** Draws the day under the pointer. */
  renderDay: (day: MoneyDay) => ReactNode
}

/** The chart fills the width of its place. */
const SIZE = { width: "100%", height: 240 }
const AXIS = { fill: "var(--fg-subtle)", fontSize: 12 }

/** Money that came in stands above the line, money that left hangs below it. */
export default function MoneyByDay({
  days,
  colors,
  description,
  formatDate,
  formatAmount,
  renderDay,
}: Props) {
  return (
    <BarChart
      responsive
      style={SIZE}
      data={days}
      stackOffset="sign"
      margin={{ top: 4, right: 12, bottom: 0, left: 0 }}
      barCategoryGap="20%"
      aria-label={description}
    >
      <CartesianGrid vertical={false} stroke="var(--border-base)" />
      <XAxis
        dataKey="date"
        tick={AXIS}
        tickLine={false}
        axisLine={false}
        minTickGap={24}
        interval="equidistantPreserveStart"
        tickFormatter={formatDate}
      />
      <YAxis
        width={44}
        tick={AXIS}
        tickLine={false}
        axisLine={false}
        tickFormatter={(amount: number) => formatAmount(Math.abs(amount))}
      />
      {days
        .filter(({ issues }) => issues > 0)
        .map(({ date }) => (
          <ReferenceLine
            key={date}
            x={date}
            stroke={colors.issues}
            strokeWidth={2}
            strokeDasharray="4 3"
          />
        ))}
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: "var(--bg-base-hover)" }}
        content={({ active, payload }) => {
          const day = payload[0]?.payload as MoneyDay | undefined
          return active && day ? renderDay(day) : null
        }}
      />
      <ReferenceLine y={0} stroke="var(--border-strong)" />
      <Bar
        dataKey="in"
        stackId="money"
        fill={colors.in}
        isAnimationActive={false}
      />
      <Bar
        dataKey={(day: MoneyDay) => -day.out}
        stackId="money"
        fill={colors.out}
        isAnimationActive={false}
      />
    </BarChart>
  )
}
