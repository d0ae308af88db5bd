import { spawnSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"

/**
 * A program that the tests need and npm does not bring along.
 * @typedef {object} Program
 * @property {string} title
 * @property {string} variable of the environment, with the path of one to use
 * @property {string[]} names what it is called, in PATH
 * @property {string[]} packages of Debian and Ubuntu, the program's own first
 * @property {string} neededBy
 */

/**
 * @param {Program} program
 * @returns {string | undefined} its path on this machine
 */
export function findProgram({ variable, names }) {
  const named = process.env[variable]
  if (named) return fs.existsSync(named) ? named : undefined
  const directories = (process.env.PATH ?? "").split(path.delimiter)
  return directories
    .flatMap((directory) => names.map((name) => path.join(directory, name)))
    .find((file) => fs.existsSync(file))
}

/**
 * Installs it on Debian and Ubuntu when we are root, else says what to do.
 * @param {Program} program
 * @returns {string} its path
 */
export function ensureProgram(program) {
  const { title, variable, packages, neededBy } = program
  const found = findProgram(program)
  if (found) return found
  const named = process.env[variable]
  if (named) {
    throw new Error(`${variable} names ${named}, which does not exist.`)
  }
  if (process.getuid?.() !== 0 || !fs.existsSync("/usr/bin/apt-get")) {
    throw new Error(
      `The ${neededBy} need ${title}: install it (Debian, Ubuntu: sudo apt-get install ${packages[0]}), or set ${variable} to one.`
    )
  }
  console.log(`Installing ${title} with apt-get, up to half a minute.`)
  aptGet("update")
  aptGet("install", "-y", "--no-install-recommends", ...packages)
  const installed = findProgram(program)
  if (!installed) throw new Error(`apt-get installed no ${title}.`)
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
