import fs from "node:fs"
import http from "node:http"
import path from "node:path"
import { contentHash } from "../content-hash.mjs"
import { withFileLock } from "../file-lock.mjs"
import { run } from "./children.mjs"
import { demoRoot, root } from "./settings.mjs"

const site = path.join(demoRoot, "storefront")
const built = path.join(site, "dist")
const TYPES = /** @type {Record<string, string>} */ ({
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
})

/**
 * `vite build` of the storefront, unless the last one still fits.
 * @param {string} logs directory
 * @param {string} pluginHash what the package was built from, for its storefront helpers are bundled in
 * @returns {Promise<"unchanged" | undefined>}
 */
export function buildStorefront(logs, pluginHash) {
  const stampFile = path.join(built, ".build-stamp")
  const lock = path.join(demoRoot, ".medusa", "storefront.lock")
  return withFileLock(lock, async () => {
    const sources = contentHash(
      root,
      ["demo/storefront", "package-lock.json"],
      (file) => !file.startsWith("demo/storefront/dist/")
    )
    const hash = `${sources} ${pluginHash}`
    if (
      fs.existsSync(stampFile) &&
      fs.readFileSync(stampFile, "utf8") === hash
    ) {
      return "unchanged"
    }
    await run({
      args: [path.join(root, "node_modules/vite/bin/vite.js"), "build"],
      cwd: site,
      env: { NODE_ENV: "production" },
      log: path.join(logs, "storefront-build.log"),
      limitSeconds: 120,
    })
    fs.writeFileSync(stampFile, hash)
    return undefined
  })
}

/**
 * Serves the built storefront and, as /config.json, where its shop is.
 * @param {number} port
 * @param {{ medusaUrl: string, publishableKey: string }} config
 * @returns {Promise<http.Server>}
 */
export function serveStorefront(port, config) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost")
    if (pathname === "/config.json") {
      response.writeHead(200, { "content-type": "application/json" })
      response.end(JSON.stringify(config))
      return
    }
    const file = fileFor(pathname)
    response.writeHead(200, {
      "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
    })
    fs.createReadStream(file).pipe(response)
  })
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "localhost", () => {
      resolve(server)
    })
  })
}

/**
 * The file of that name below the build, and the page itself for everything else.
 * @param {string} pathname
 */
function fileFor(pathname) {
  const file = path.join(built, path.normalize(decode(pathname)))
  const isOurs = file.startsWith(built + path.sep)
  const isFile =
    isOurs && fs.statSync(file, { throwIfNoEntry: false })?.isFile()
  return isFile ? file : path.join(built, "index.html")
}

/** @param {string} pathname */
function decode(pathname) {
  try {
    return decodeURIComponent(pathname).replaceAll("\0", "")
  } catch {
    return "/" // a malformed escape names no file
  }
}
