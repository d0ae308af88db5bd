import fs from "node:fs"
import path from "node:path"
import * as doctor from "../../src/doctor/cli-options"
import * as sandbox from "../../src/sandbox/cli-options"

const ROOT = path.resolve(__dirname, "../..")
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), "utf8")

const PAGES = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "bench/README.md"],
  ...fs
    .readdirSync(path.join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file.replaceAll(path.sep, "/")}`),
]

const {
  name: NAME,
  scripts,
  peerDependencies,
} = JSON.parse(read("package.json")) as {
  name: string
  scripts: Record<string, string>
  peerDependencies: Record<string, string>
}
const { name: storefront } = JSON.parse(
  read(".medusa/storefront/package.json")
) as { name: string }
const PACKAGES = [NAME, storefront, ...Object.keys(peerDependencies)]

/** Where a reader learns which variables there are. */
const VARIABLES = new Set(
  [read("medusa-config.example.ts"), doctor.HELP, sandbox.HELP]
    .join("\n")
    .match(/\bONE2PAYS_[A-Z_]+/g)
)

const MEDUSA_COMMANDS = [
  ...read("node_modules/@medusajs/cli/dist/create-cli.js").matchAll(
    /command: ["`]([\w:-]+)/g
  ),
].map(([, command]) => command!)

/** The addresses of our routes, with a mark for what varies. */
const ROUTES = fs
  .readdirSync(path.join(ROOT, "src/api"), {
    recursive: true,
    encoding: "utf8",
  })
  .filter((file) => path.basename(file) === "route.ts")
  .map((file) => `/${path.dirname(file).replace(/\[\w+\]/g, "*")}`)

/** The commands that a page shows: each line of a sample for a shell, and what else stands in code and begins as one. */
function commandsOf(text: string): string[] {
  const samples = [
    ...text.matchAll(/^ *```(?:bash|sh|shell|console)\n([\s\S]*?)^ *```/gm),
  ].flatMap(([, sample]) => linesOf(sample!))
  const inline = [
    ...text
      .replace(/^ *```[\s\S]*?^ *```/gm, "")
      .matchAll(/`((?:npm|npx|curl) [^`]+)`/g),
  ].map(([, command]) => command!)
  return [...samples, ...inline]
}

/** A command that goes on in the next line, after a backslash or within quotes, is one. */
function linesOf(sample: string): string[] {
  return (
    sample
      .replaceAll("\\\n", " ")
      .replace(/'[^']*'/g, (quoted) => quoted.replaceAll("\n", " "))
      .split("\n")
      // A # in an address or a quote has no space before it.
      .map((line) => line.replace(/(^|\s)#.*/, "").trim())
      .filter((line) => line !== "")
  )
}

/** Why a command would not do what the page says; null if it would. */
function problemOf(command: string): string | null {
  const words = (
    command.match(/(?:'[^']*'|"(?:\\.|[^"])*"|\S)+/g) ?? []
  ).filter((word) => word !== "export")
  const start = words.findIndex((word) => !/^[A-Z_0-9]+=/.test(word))
  const assigned = start === -1 ? words : words.slice(0, start)
  const env = Object.fromEntries(
    assigned.map((word) => word.split(/=(.*)/s).slice(0, 2) as [string, string])
  )
  const unknown = Object.keys(env).find(
    (name) => name.startsWith("ONE2PAYS_") && !VARIABLES.has(name)
  )
  if (unknown) return `no variable ${unknown}`
  if (start === -1) return null
  const [program, ...args] = words.slice(start)
  switch (program) {
    case "npm":
    case "pnpm":
      return problemOfNpm(args)
    case "npx":
      return problemOfNpx(args, env)
    case "curl":
      return problemOfCurl(args)
    default:
      return `nothing here knows ${program}`
  }
}

function problemOfNpm([verb = "", ...rest]: string[]): string | null {
  if (["install", "add", "ls"].includes(verb)) {
    const strange = rest.find(
      (word) =>
        !word.startsWith("-") &&
        !PACKAGES.includes(word.replace(/@latest$/, ""))
    )
    return strange ? `no package ${strange}` : null
  }
  const script = verb === "run" ? rest[0] : verb
  if (!script || !scripts[script]) return `no script ${script}`
  const absent = rest.find(
    (word) => /^[\w.-]+(\/[\w.-]+)+$/.test(word) && !exists(word)
  )
  return absent ? `no file ${absent}` : null
}

function problemOfNpx(
  [bin, ...args]: string[],
  env: Record<string, string>
): string | null {
  try {
    if (bin === "one2pays-sandbox") sandbox.readCommandLine(args, env)
    else if (bin === "one2pays" && args[0] === "sandbox")
      sandbox.readCommandLine(args.slice(1), env)
    else if (bin === "one2pays" && args[0] === "doctor")
      doctor.readCommandLine(args.slice(1), env)
    else if (bin === "medusa")
      return MEDUSA_COMMANDS.includes(args[0]!)
        ? null
        : `no command of Medusa's: ${args[0]}`
    else return `no command ${bin} ${args[0] ?? ""}`
    return null
  } catch (error) {
    return (error as Error).message
  }
}

/** Core's own addresses are core's. */
function problemOfCurl(args: string[]): string | null {
  const address = args
    .map((word) => /^"?(?:https?:\/\/[^/]+|\$MEDUSA)(\/[^"?]*)/.exec(word)?.[1])
    .find(Boolean)
  if (!address) return "no address"
  if (!address.includes("one2pays")) return null
  const plain = address.replace(/\$\w+|<\w+>/g, "*")
  return ROUTES.includes(plain) ? null : `no route ${plain}`
}

const exists = (file: string) => fs.existsSync(path.join(ROOT, file))

describe.each(PAGES.filter((page) => commandsOf(read(page)).length > 0))(
  "%s",
  (page) => {
    it("shows only commands that work", () => {
      const wrong = commandsOf(read(page)).flatMap((command) => {
        const problem = problemOf(command)
        return problem ? [`${command}: ${problem}`] : []
      })
      expect(wrong).toEqual([])
    })
  }
)

it.each([
  ["npm run tets", "no script tets"],
  [
    "npm run test:unit -- src/nowhere/a.spec.ts",
    "no file src/nowhere/a.spec.ts",
  ],
  ["npm install medusa-plugin-one2pay", "no package medusa-plugin-one2pay"],
  ["npx one2pays physician", "no command one2pays physician"],
  ["npx one2pays doctor --creates", "Unknown option '--creates'"],
  ["npx one2pays-sandbox --reading bath", '"bath" is no reading'],
  ["npx medusa db:migrates", "no command of Medusa's: db:migrates"],
  ["curl -X POST https://<shop>/hook/one2pays", "no route /hook/one2pays"],
  ["ONE2PAYS_KEY=pk_test_…", "no variable ONE2PAYS_KEY"],
])("would refuse %s", (command, problem) => {
  expect(problemOf(command)).toContain(problem)
})
