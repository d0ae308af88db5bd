/**
 * Sees to a Chromium for the browser tests.
 *
 *   node scripts/chromium.mjs     installs it on Debian and Ubuntu when we are root, else says what to do
 */
import { fileURLToPath } from "node:url"
import { ensureProgram, findProgram } from "./programs.mjs"

/** @type {import("./programs.mjs").Program} */
const CHROMIUM = {
  title: "Chromium",
  variable: "CHROMIUM_PATH",
  names: ["chromium", "chromium-browser", "google-chrome"],
  // Without Thai glyphs, screenshots show boxes.
  packages: ["chromium", "fonts-thai-tlwg"],
  neededBy: "browser tests",
}

/** @returns {string | undefined} the path of a Chromium on this machine */
export const findChromium = () => findProgram(CHROMIUM)

/** @returns {string} the path of a Chromium, which was installed if need be */
export const ensureChromium = () => ensureProgram(CHROMIUM)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
