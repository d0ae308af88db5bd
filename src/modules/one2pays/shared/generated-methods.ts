import { MedusaError } from "@medusajs/framework/utils"

const WRITES = /^(create|update|delete|softDelete|restore)[A-Z]/
const READS = /^(retrieve|listAndCount|list)([A-Z]\w*?)s?$/

type Method = (...args: unknown[]) => Promise<unknown>

/**
 * Restricts the methods that `MedusaService` generates for our models, which Query and links call too.
 *
 * Writes throw: they would bypass the stores, and so every condition, issue and line of the trail. Reads answer for
 * the models that are named, without the columns that nobody outside may see, and throw for all others.
 *
 * @param service the prototype of the class that extends the generated one
 * @param readable per model, the columns that its rows are read without
 */
export function restrictGeneratedMethods(
  service: object,
  readable: Record<string, readonly string[]>
): void {
  const generated = Object.getPrototypeOf(service) as Record<string, Method>
  for (const name of Object.getOwnPropertyNames(generated)) {
    const method = restricted(name, generated[name] as Method, readable)
    if (method) {
      Object.defineProperty(service, name, {
        configurable: true,
        value: method,
      })
    }
  }
}

function restricted(
  name: string,
  method: Method,
  readable: Record<string, readonly string[]>
): Method | undefined {
  if (WRITES.test(name)) {
    return refusing(`${name} would write around the plugin's rules`)
  }
  const model = READS.exec(name)?.[2]
  if (model === undefined) return undefined
  const hidden = readable[model]
  if (!hidden) {
    return refusing(`${name} would read what the plugin keeps to itself`)
  }
  return async function (this: unknown, ...args) {
    return without(await method.apply(this, args), new Set(hidden))
  }
}

const refusing =
  (reason: string): Method =>
  () =>
    Promise.reject(
      new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `[one2pays] ${reason}. Use the doors of the module: payments, withdraws, payers.`
      )
    )

/** A row, rows, or rows and their count. */
function without(answer: unknown, hidden: Set<string>): unknown {
  if (Array.isArray(answer)) {
    return answer.map((part: unknown) => without(part, hidden))
  }
  if (typeof answer !== "object" || answer === null) return answer
  return Object.fromEntries(
    Object.entries(answer).filter(([column]) => !hidden.has(column))
  )
}
