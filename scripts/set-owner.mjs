/**
 * Fills in who owns the repository on GitHub, wherever package.json needs it. Its links in npm follow from there.
 *
 *   node scripts/set-owner.mjs <owner on GitHub>
 */
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { PLACEHOLDER } from "./release/problems.mjs"

const file = path.join(
  fileURLToPath(new URL("..", import.meta.url)),
  "package.json"
)
const owner = process.argv[2] ?? ""
if (/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(owner)) {
  const text = fs.readFileSync(file, "utf8")
  fs.writeFileSync(file, text.replaceAll(PLACEHOLDER, owner))
} else {
  console.error("node scripts/set-owner.mjs <owner on GitHub>")
  process.exitCode = 1
}
