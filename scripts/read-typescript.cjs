// Loaded by `node --require` into a process that is written in TypeScript: drops the types. ts-node would take a second, and
// make every stack trace of the process dear.
const Module = require("node:module")
const { transformFileSync } = require("@swc/core")

/** @type {Record<string, (module: { _compile(code: string, file: string): void }, file: string) => void>} */
const loaders = Reflect.get(Module, "_extensions")

loaders[".ts"] = (module, file) => {
  const { code } = transformFileSync(file, {
    swcrc: false,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  })
  module._compile(code, file)
}
