import type { z as Zod } from "zod"

/**
 * Medusa's zod, which a shop has loaded anyway: a second one costs it memory and time at the start. The commands also run
 * in projects without Medusa, on the zod that this package brings.
 */
export const z: typeof Zod = load()

// A value and types of one name, as zod itself has them.
// eslint-disable-next-line @typescript-eslint/no-namespace -- it holds types alone
export declare namespace z {
  type infer<Schema> = Zod.infer<Schema>
  type input<Schema> = Zod.input<Schema>
  type ZodType<Output = unknown, Input = unknown> = Zod.ZodType<Output, Input>
}

function load(): typeof Zod {
  /* eslint-disable @typescript-eslint/no-require-imports -- one of the two is enough, and an import needs both */
  try {
    return (require("@medusajs/framework/zod") as { z: typeof Zod }).z
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") {
      throw error
    }
    return (require("zod") as { z: typeof Zod }).z
  }
}
