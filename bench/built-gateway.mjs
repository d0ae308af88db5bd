import { createRequire } from "node:module"

const load = createRequire(import.meta.url)

/**
 * The gateway as the package has it, which offers it to nobody.
 *
 * @type {typeof import("../src/gateway/index.js")}
 */
export const gateway = load("../.medusa/server/src/gateway/index.js")
