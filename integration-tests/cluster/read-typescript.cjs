// Lets a Node process load TypeScript, its types dropped: ts-node takes a second, and makes every stack trace of the process dear.
const { transformFileSync } = require("@swc/core")

require.extensions[".ts"] = (module, file) => {
  const { code } = transformFileSync(file, {
    swcrc: false,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  })
  module._compile(code, file)
}
