import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A card of a settings page, which looks like core's: a heading, and rows below it. */
export function Section({
  title,
  subtitle,
  level = "h2",
  side,
  testId,
  children,
}: {
  title: string
  subtitle?: string
  level?: "h1" | "h2"
  side?: ReactNode
  testId?: string
  children: ReactNode
}) {
  return (
    <Container className="divide-y p-0" data-testid={testId}>
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading level={level}>{title}</Heading>
          {subtitle && (
            <Text className="text-ui-fg-subtle" size="small">
              {subtitle}
            </Text>
          )}
        </div>
        {side}
      </div>
      {children}
    </Container>
  )
}

export const Rows = ({ children }: { children: ReactNode }) => (
  <dl className="divide-y">{children}</dl>
)

export const Row = ({
  title,
  children,
}: {
  title: string
  children: ReactNode
}) => (
  <div className="text-ui-fg-subtle grid grid-cols-1 gap-x-4 gap-y-2 px-6 py-4 sm:grid-cols-2">
    <dt className="txt-compact-small-plus">{title}</dt>
    <dd className="txt-compact-small flex min-w-0 flex-col items-start gap-y-1 break-words">
      {children}
    </dd>
  </div>
)

/** A text that explains the value above it. */
export const Note = ({ children }: { children: ReactNode }) => (
  <span className="txt-small text-ui-fg-subtle max-w-full">{children}</span>
)
