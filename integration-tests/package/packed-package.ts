import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")

/** The parts of a package.json that decide what an installation does. */
export interface Manifest {
  name: string
  version: string
  bin: Record<string, string>
  exports: Record<string, unknown>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  peerDependenciesMeta: Record<string, { optional?: boolean }>
}

/** The published package, unpacked. */
export interface PackedPackage {
  directory: string
  manifest: Manifest
  /** Every file, relative to `directory`, with forward slashes. */
  files: string[]
  /** The file that npm would upload, beside `directory`. */
  tarball: string
  read(file: string): string
}

/**
 * Packs the repository, or another package in it, with `npm pack`, as `npm publish` would, and unpacks the tarball into
 * `directory`, as `npm install` would. Nothing but that tarball gets there.
 */
export function unpackPackage(directory: string, source = "."): PackedPackage {
  fs.mkdirSync(directory, { recursive: true })
  const tarballs = fs.mkdtempSync(
    path.join(path.dirname(directory), ".tarball-")
  )
  npm(["pack", path.resolve(ROOT, source), "--pack-destination", tarballs])
  const tarball = path.join(tarballs, fs.readdirSync(tarballs)[0]!)
  execFileSync("tar", [
    ...["-xzf", tarball],
    ...["-C", directory, "--strip-components=1"],
  ])
  const read = (file: string) =>
    fs.readFileSync(path.join(directory, file), "utf8")
  return {
    directory,
    manifest: JSON.parse(read("package.json")) as Manifest,
    tarball,
    files: fs
      .readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path
          .relative(directory, path.join(entry.parentPath, entry.name))
          .replaceAll(path.sep, "/")
      )
      .sort(),
    read,
  }
}

function npm(args: string[]): void {
  const cli = process.env.npm_execpath
  const [command, ...rest] = cli
    ? [process.execPath, cli, ...args]
    : ["npm", ...args]
  execFileSync(command, rest, { cwd: ROOT, stdio: "pipe" })
}
