/** One of Medusa's migration commands: `node migrate.mjs migrate|migrate-search`, in the shop's directory. Ends the process itself. */
import { createRequire } from "node:module"
import "../exit-with-parent.mjs"

const load = createRequire(import.meta.url)
const [command = ""] = process.argv.slice(2)
const run = load(`@medusajs/medusa/commands/db/${command}`).default
process.once("exit", (code) => {
  if (code === 0) process.send?.("migrated")
})
await run({
  directory: process.cwd(),
  executeAllLinks: true,
  executeAllSearch: true,
  skipSearch: true,
  skipScripts: true,
})
