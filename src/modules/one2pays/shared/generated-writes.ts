const WRITES = /^(create|update|delete|softDelete|restore)[A-Z]/

/**
 * Makes the writes that `MedusaService` generates for our models throw. They would bypass the stores, and so every
 * condition, issue and line of the trail.
 *
 * @param service the prototype of the class that extends the generated one
 */
export function refuseGeneratedWrites(service: object): void {
  const generated: object = Object.getPrototypeOf(service) as object
  for (const name of Object.getOwnPropertyNames(generated)) {
    if (WRITES.test(name)) {
      Object.defineProperty(service, name, {
        configurable: true,
        value: () =>
          Promise.reject(
            new Error(
              `[one2pays] ${name} would write around the plugin's rules. Use the doors of the module: payments, withdraws, payers.`
            )
          ),
      })
    }
  }
}
