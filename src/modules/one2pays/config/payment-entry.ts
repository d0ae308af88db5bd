const ENTRY = `{ resolve: "@medusajs/medusa/payment", dependencies: ["query", "one2pays"], options: { providers: [{ resolve: "medusa-plugin-one2pays/providers/one2pays", id: "one2pays" }] } }`

interface ProviderEntry {
  resolve?: unknown
  id?: unknown
  options?: unknown
}

/**
 * Checks the payment module's entry in `medusa-config.ts`. A mistake there would otherwise only show when the first
 * customer tries to pay.
 *
 * @returns one line that tells the merchant what to write; null when nothing is wrong
 */
export function findPaymentEntryProblem(entry: unknown): string | null {
  if (!isRecord(entry)) {
    return `the payment module is not configured. Write: ${ENTRY}`
  }
  const options = isRecord(entry.options) ? entry.options : {}
  const providers: unknown[] = Array.isArray(options.providers)
    ? options.providers
    : []
  const ours = providers.filter(isRecord).filter(isOurs)
  const [provider] = ours
  if (!provider) {
    return `the payment module lacks our provider. Add to its options.providers: { resolve: "medusa-plugin-one2pays/providers/one2pays", id: "one2pays" }`
  }
  if (ours.some(({ id }) => id !== "one2pays")) {
    return `the provider medusa-plugin-one2pays/providers/one2pays must have id: "one2pays"`
  }
  if (isRecord(provider.options) && Object.keys(provider.options).length > 0) {
    return `the provider medusa-plugin-one2pays/providers/one2pays takes no options. Move them to plugins: [{ resolve: "medusa-plugin-one2pays", options: { … } }]`
  }
  const dependencies: unknown[] = Array.isArray(entry.dependencies)
    ? entry.dependencies
    : []
  const missing = ["query", "one2pays"].filter(
    (name) => !dependencies.includes(name)
  )
  return missing.length > 0
    ? `the payment module lacks ${missing.map((name) => `"${name}"`).join(" and ")} in its dependencies. Write: dependencies: ["query", "one2pays"]`
    : null
}

/** Recognizes our provider: the merchant names it by its package path, or gives the module itself. */
function isOurs({ resolve }: ProviderEntry): boolean {
  if (typeof resolve === "string") {
    return /(^|[\\/])providers[\\/]one2pays([\\/]|$)/.test(resolve)
  }
  const services: unknown =
    isRecord(resolve) &&
    (resolve.services ?? asModule(resolve.default).services)
  return (
    Array.isArray(services) &&
    services.some(
      (service: unknown) =>
        typeof service === "function" &&
        "identifier" in service &&
        service.identifier === "one2pays"
    )
  )
}

const asModule = (value: unknown) => (isRecord(value) ? value : {})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
