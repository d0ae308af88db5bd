/**
 * Sees to a Chromium for the browser tests.
 *
 *   node scripts/chromium.mjs     installs it on Debian and Ubuntu when we are root, else says what to do
 */
import { spawnSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const NAMES = ["chromium", "chromium-browser", "google-chrome"]
// Without Thai glyphs, screenshots show boxes.
const PACKAGES = ["chromium", "fonts-thai-tlwg"]

/** @returns {string | undefined} the path of a Chromium on this machine */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return fs.existsSync(named) ? named : undefined
  const directories = (process.env.PATH ?? "").split(path.delimiter)
  return directories
    .flatMap((directory) => NAMES.map((name) => path.join(directory, name)))
    .find((file) => fs.existsSync(file))
}

/** @returns {string} the path of a Chromium, which was installed if need be */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.env.CHROMIUM_PATH) {
    throw new Error(
      `CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.`
    )
  }
  if (process.getuid?.() !== 0 || !fs.existsSync("/usr/bin/apt-get")) {
    throw new Error(
      "The browser tests need Chromium: install it (Debian, Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH to one."
    )
  }
  console.log("Installing Chromium with apt-get, about half a minute.")
  aptGet("update")
  aptGet("install", "-y", "--no-install-recommends", ...PACKAGES)
  const installed = findChromium()
  if (!installed) throw new Error("apt-get installed no Chromium.")
  return installed
}

/** @param {string[]} args */
function aptGet(...args) {
  const { status, stdout, stderr } = spawnSync("apt-get", args, {
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  })
  if (status !== 0) {
    throw new Error(`apt-get ${args.join(" ")} failed.\n${stdout}${stderr}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
