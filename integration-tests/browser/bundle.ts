import { build } from "esbuild"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")

/** A script in one piece, whose imports are those of a file in the repository's own directory. */
export async function bundle(
  contents: string,
  platform: "node" | "browser"
): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: { contents, resolveDir: ROOT },
    platform,
    bundle: true,
    write: false,
    jsx: "automatic",
    // React's complaints are in its development build alone.
    define: { "process.env.NODE_ENV": '"development"' },
  })
  return outputFiles[0]!.text
}
