import path from "node:path"
import { run } from "./command"
import type { PackedPackage } from "./packed-package"

const ROOT = path.resolve(__dirname, "../..")

/** Nothing reads these with types: a bundler takes the stylesheet, and the dashboard's bundler the admin's pages. */
const UNTYPED = ["storefront/react/styles.css", "react/styles.css", "admin"]

/**
 * Medusa's loaders want the default export of a module and of a provider in CommonJS, as its own packages have it. Both
 * linters warn of a script in ES modules that imports it: there it is one `default` deeper. No shop does that.
 */
const DEFAULT_IN_COMMONJS = {
  publint: "CJS_WITH_ESMODULE_DEFAULT_EXPORT",
  attw: "cjs-only-exports-default",
}

/** The errors and warnings of publint, one line each. Its command line takes no exception, and its API is in ES modules. */
export async function findManifestErrors({
  directory,
}: PackedPackage): Promise<string[]> {
  const output = await run(
    process.execPath,
    [
      ...["--input-type=module", "--eval"],
      `import { publint } from "publint"
      const { messages } = await publint({ pkgDir: ${JSON.stringify(directory)}, pack: false, level: "warning" })
      console.log("MESSAGES " + JSON.stringify(messages))`,
    ],
    { cwd: ROOT }
  )
  const messages = JSON.parse(/^MESSAGES (.*)$/m.exec(output)![1]!) as {
    code: string
    path: string[]
  }[]
  return messages
    .filter(({ code }) => code !== DEFAULT_IN_COMMONJS.publint)
    .map(({ code, path: where }) => `${where.join(" > ")}: ${code}`)
}

/** Lets "are the types wrong" look at the tarball. @throws with its report when it finds a fault */
export async function checkTypes({ tarball }: PackedPackage): Promise<void> {
  await run(
    process.execPath,
    [
      path.join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js"),
      ...[tarball, "--format", "ascii", "--no-emoji"],
      ...["--exclude-entrypoints", ...UNTYPED],
      ...["--ignore-rules", DEFAULT_IN_COMMONJS.attw],
    ],
    { cwd: ROOT }
  )
}
