import path from "node:path"
import { run } from "./command"

const cwd = path.resolve(__dirname, "../..")
const SCRIPT = "bench/run.mjs"

/** A title with the benchmark's name, the head, and a line with a figure of ours. */
const tableOf = (name: string) =>
  new RegExp(
    `^## .+ \\(${name}\\)\n\n\\| .+\\|\n\\|[-|]+\\|\n\\| [^|]+ \\| +-?[\\d.]+ `,
    "m"
  )

/** The servers that run already; the rest of this run's variables is jest's. */
const env = Object.fromEntries(
  ["DATABASE_URL", "REDIS_SERVER_PATH"]
    .map((name) => [name, process.env[name] ?? ""])
    .filter(([, value]) => value)
) as Record<string, string>

it("every benchmark ends with its table, in a process that knows no jest", async () => {
  const listed = await run(process.execPath, [SCRIPT, "--list"], { cwd })
  const names = listed.trim().split("\n")
  const tiny = [SCRIPT, "--tiny"]
  const tables = await run(process.execPath, tiny, { cwd, env })
  for (const name of names) {
    expect(tables).toMatch(tableOf(name))
  }
}, 600_000)
