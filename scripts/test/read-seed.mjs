import { randomInt } from "node:crypto"

/** The seed of all that is random in the tests: `--seed=N` of this command, else a new one. Jest takes 31 bits. */
export function readSeed() {
  const given = process.argv.find((arg) => arg.startsWith("--seed="))
  return given?.slice("--seed=".length) ?? String(randomInt(2 ** 31))
}
