import { Container, Heading, Text } from "@medusajs/ui"

export interface TrailLine {
  key: string
  title: string
  text: string
}

/** What happened, line by line. */
export function Trail({ title, lines }: { title: string; lines: TrailLine[] }) {
  return (
    <Container className="divide-y p-0" data-testid="one2pays-trail">
      <div className="px-6 py-4">
        <Heading level="h2">{title}</Heading>
      </div>
      <ol className="px-6 py-4">
        {lines.map((line, index) => (
          <li key={line.key} className="flex gap-x-3">
            <div className="flex flex-col items-center" aria-hidden>
              <span className="bg-ui-tag-neutral-icon mt-1.5 size-2 shrink-0 rounded-full" />
              {index < lines.length - 1 && (
                <span className="bg-ui-border-base w-px flex-1" />
              )}
            </div>
            <div className="min-w-0 pb-4">
              <Text size="small" weight="plus" leading="compact">
                {line.title}
              </Text>
              <Text size="small" className="text-ui-fg-subtle break-words">
                {line.text}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </Container>
  )
}
