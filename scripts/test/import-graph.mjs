import fs from "node:fs"
import path from "node:path"
import { build } from "esbuild"

/** Of what no program imports at run time, nothing more is asked than its name. */
const EMPTY = [".css", ".json", ".png", ".svg"]

/**
 * Where a test starts a whole shop, and what a shop loads by itself: there is no import between them.
 * @type {[starts: string, loads: RegExp][]}
 */
const SHOPS = [
  [
    "integration-tests/setup/medusa-with-sandbox.ts",
    /^src\/(api|jobs|policies|subscribers|providers\/one2pays\/index|modules\/one2pays\/index)/,
  ],
  [
    "integration-tests/cluster/instance.ts",
    /^src\/(api|jobs|subscribers|providers\/one2pays\/index|modules\/one2pays\/index)/,
  ],
  [
    "integration-tests/browser/running-demo.ts",
    /^(demo\/src|demo\/medusa-config|demo\/storefront\/src\/main|scripts\/demo|src\/admin\/(routes|widgets|i18n))/,
  ],
]

/** Addresses of ours, as they stand in the code of a test. */
const ADDRESS =
  /["'`](?:\/app)?(\/(?:store\/|admin\/|hooks\/|settings\/)?one2pays[^"'`?#]*)/g

/** Another file of the same folder that a program starts. */
const NAMED_FILE = /["'`]([\w./-]+\.[cm]?[jt]sx?)["'`]/g

/**
 * Who depends on whom when the code runs. Imports are resolved by esbuild; packages are left out, and the package's own
 * name is its source. Beside them count: the routes and pages whose addresses a test names, the scripts that it starts
 * by their name, and all that a shop loads, for whoever starts one.
 *
 * @param {string} root
 * @param {string[]} files relative to `root`
 * @returns {Promise<Map<string, Set<string>>>} the files that depend on each file
 */
export async function dependentsOf(root, files) {
  const sources = files.filter((file) => /\.[cm]?[jt]sx?$/.test(file))
  /** @type {Map<string, Set<string>>} */
  const dependents = new Map()
  /**
   * @param {string} file
   * @param {string} on
   */
  const depends = (file, on) => {
    const known = dependents.get(on)
    if (known) known.add(file)
    else dependents.set(on, new Set([file]))
  }

  for (const [file, imports] of await importsOf(root, sources)) {
    for (const on of imports) depends(file, on)
  }
  for (const [starts, loads] of SHOPS) {
    for (const file of sources) if (loads.test(file)) depends(starts, file)
  }
  const addressed = sources.flatMap((file) => {
    const address = addressOf(file)
    return address ? [{ file, address }] : []
  })
  for (const file of sources) {
    if (!file.startsWith("integration-tests/")) continue
    const text = fs.readFileSync(path.join(root, file), "utf8")
    for (const [, address = ""] of text.matchAll(ADDRESS)) {
      for (const on of addressed) {
        if (leadsTo(address, on.address)) depends(file, on.file)
      }
    }
    for (const [, name = ""] of text.matchAll(NAMED_FILE)) {
      const on = path.posix.join(path.posix.dirname(file), name)
      if (on !== file && sources.includes(on)) depends(file, on)
    }
  }
  return dependents
}

/**
 * @param {string} root
 * @param {string[]} sources
 * @returns {Promise<[file: string, imports: string[]][]>}
 */
async function importsOf(root, sources) {
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: {
      contents: sources
        .map((file) => `import ${JSON.stringify(`./${file}`)}`)
        .join("\n"),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    metafile: true,
    treeShaking: false,
    packages: "external",
    platform: "node",
    format: "esm",
    outdir: "unused",
    tsconfig: "tsconfig.tests.json",
    loader: Object.fromEntries(EMPTY.map((ending) => [ending, "empty"])),
    logLevel: "error",
  })
  return Object.entries(metafile.inputs)
    .filter(([file]) => file !== "<stdin>")
    .map(([file, { imports }]) => [
      file,
      imports.filter(({ external }) => !external).map(({ path }) => path),
    ])
}

/**
 * The address of a route of the server or a page of the admin, by where it lies.
 * @param {string} file
 */
function addressOf(file) {
  const [, directory] =
    /^src\/(?:api|admin\/routes)(\/.*)\/(?:route\.ts|page\.tsx)$/.exec(file) ??
    []
  return directory
}

/**
 * Whether an address of a test, in which values are put in, can be that of a route.
 * @param {string} written
 * @param {string} address
 */
function leadsTo(written, address) {
  const parts = written.replaceAll(/\$\{[^}]*\}/g, "*").split("/")
  const wanted = address.split("/")
  // Something is added to it where it is used.
  const isPart = parts.at(-1) === "" && parts.pop() === ""
  return (
    (isPart ? parts.length <= wanted.length : parts.length === wanted.length) &&
    parts.every(
      (part, index) =>
        part === wanted[index] ||
        part.includes("*") ||
        wanted[index]?.startsWith("[")
    )
  )
}

/**
 * How far a file is from the nearest of some others that it depends on.
 *
 * @param {string[]} changed
 * @param {Map<string, Set<string>>} dependents
 * @returns {Map<string, number>} of all that depend on them, themselves included
 */
export function distancesFrom(changed, dependents) {
  const distances = new Map(changed.map((file) => [file, 0]))
  for (const [file, distance] of distances) {
    for (const dependent of dependents.get(file) ?? []) {
      if (!distances.has(dependent)) distances.set(dependent, distance + 1)
    }
  }
  return distances
}
