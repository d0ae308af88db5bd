/**
 * Lays out `one2pays-storefront`: the plugin's storefront entries, as a package that brings no Medusa along. The scripts
 * are the plugin's own files, and the version and the addresses are the plugin's, so neither can differ.
 */
import fs from "node:fs"
import path from "node:path"
import { reachableTypes } from "./reachable-types.mjs"

/** Of the plugin's package.json, what both packages share. */
const SHARED = /** @type {const} */ ([
  "version",
  "homepage",
  "bugs",
  "author",
  "license",
])

/**
 * @typedef {Record<string, unknown> & {
 *   repository: Record<string, string>
 *   exports: Record<string, string | Record<"import" | "require", { types: string, default: string }>>
 *   peerDependencies: Record<string, string>
 * }} Manifest
 */

/**
 * @param {object} places
 * @param {string} places.root the repository
 * @param {string} places.built the built plugin, a folder as `src`
 * @param {string} places.output a folder that is not there yet
 */
export function layOutStorefront({ root, built, output }) {
  /** @type {Manifest} */
  const plugin = JSON.parse(
    fs.readFileSync(path.join(root, "package.json"), "utf8")
  )
  const storefront = path.join(built, "storefront")
  const files = fs
    .readdirSync(storefront, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const types = reachableTypes(files.filter((file) => file.endsWith(".d.ts")))
  // The types of the texts lie beside the storefront. Files keep their places, so that no import needs to change.
  for (const file of new Set([...files, ...types])) {
    fs.cpSync(file, path.join(output, path.relative(built, file)))
  }
  fs.copyFileSync(
    path.join(root, "src/storefront/README.md"),
    path.join(output, "README.md")
  )
  fs.copyFileSync(path.join(root, "LICENSE"), path.join(output, "LICENSE"))
  fs.writeFileSync(
    path.join(output, "package.json"),
    `${JSON.stringify(manifestOf(plugin), null, 2)}\n`
  )
}

/** @param {Manifest} plugin */
function manifestOf(plugin) {
  return {
    name: "one2pays-storefront",
    description:
      "Checkout parts for Medusa storefronts whose shop takes PromptPay and bank transfers by medusa-plugin-one2pays.",
    keywords: ["medusa", "medusa-v2", "one2pays", "promptpay", "storefront"],
    ...Object.fromEntries(SHARED.map((key) => [key, plugin[key]])),
    // npm resolves the links of the README from here.
    repository: { ...plugin.repository, directory: "src/storefront" },
    // A bundler may drop whatever a page does not use, except the stylesheet, which is imported for what it does.
    sideEffects: ["*.css"],
    main: "./storefront/index.js",
    module: "./storefront/index.mjs",
    types: "./storefront/index.d.ts",
    exports: {
      "./package.json": "./package.json",
      ...Object.fromEntries(
        Object.entries(plugin.exports)
          .filter(([entry]) => entry.startsWith("./storefront"))
          .map(([entry, target]) => [
            entry.replace("/storefront", ""),
            JSON.parse(
              JSON.stringify(target).replaceAll("./.medusa/server/src/", "./")
            ),
          ])
      ),
    },
    // For TypeScript's oldest way to resolve, which knows no exports.
    typesVersions: { "*": { react: ["./storefront/react/index.d.ts"] } },
    peerDependencies: { react: plugin.peerDependencies.react },
    peerDependenciesMeta: { react: { optional: true } },
  }
}
