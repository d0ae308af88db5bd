#!/usr/bin/env node
const COMMANDS = {
  doctor: "../.medusa/server/src/doctor/cli.js",
  sandbox: "../.medusa/server/src/sandbox/cli.js",
}

const [name = "--help"] = process.argv.splice(2, 1)
if (Object.hasOwn(COMMANDS, name)) {
  require(COMMANDS[name])
} else {
  const isHelp = /^(--help|-h|help)$/.test(name)
  process[isHelp ? "stdout" : "stderr"]
    .write(`one2pays doctor   finds out how an account at One2Pays behaves, and whether a shop can go live on it
one2pays sandbox  a local stand-in of the One2Pays API, for development and tests

Each has a --help of its own.
`)
  process.exitCode = isHelp ? 0 : 2
}
