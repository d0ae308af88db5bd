import { Skeleton, Text } from "@medusajs/ui"
import { Suspense, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { LazyBoundary } from "./lazy-boundary"

/** Holds the room of a part that is loaded on demand, so that the dashboard begins without it. */
export function LazyPart({ children }: { children: ReactNode }) {
  const { t } = useTranslation("one2pays")
  return (
    <LazyBoundary
      fallback={
        <Text size="small" className="text-ui-fg-subtle">
          {t("common.partFailed")}
        </Text>
      }
    >
      <Suspense fallback={<Skeleton className="h-64 w-full" />}>
        {children}
      </Suspense>
    </LazyBoundary>
  )
}
