const groups = require("./integration-tests/together/groups.json")

/** Specs that share a Medusa: none when one is named, all in a run of all. */
const shared = process.env.ONE2PAYS_TOGETHER?.split(",") ?? []
const elsewhere =
  shared.length > 0
    ? Object.values(groups)
        .flat()
        .filter((spec) => shared.includes("all") || shared.includes(spec))
        .map((spec) => `/integration-tests/http/${spec}\\.spec\\.ts$`)
    : ["/integration-tests/together/"]

/** @type {NonNullable<import("jest").Config["transform"]>} */
const transform = {
  "^.+\\.tsx?$": [
    "@swc/jest",
    {
      // Some packages are modules of ECMAScript alone.
      module: { type: "commonjs", ignoreDynamic: true },
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx: true, decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          react: { runtime: "automatic" },
        },
      },
    },
  ],
}

const common = {
  testEnvironment: "node",
  transform,
  transformIgnorePatterns: ["/node_modules/", "/\\.medusa/"],
  // A built shop carries a copy of its package.json, which jest would take for a second package of that name.
  modulePathIgnorePatterns: [
    "<rootDir>/demo/\\.medusa",
    "<rootDir>/demo/\\.state",
  ],
}

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: [
        "<rootDir>/src/**/__tests__/**/*.unit.spec.ts?(x)",
        "<rootDir>/scripts/**/__tests__/**/*.unit.spec.mjs",
      ],
    },
    {
      ...common,
      displayName: "integration",
      // The package offers its gateway to nobody; the specs look at it as the shop has it.
      moduleNameMapper: {
        "^medusa-plugin-one2pays/gateway/(.*)$":
          "<rootDir>/.medusa/server/src/gateway/$1.js",
      },
      // Jest looks these up in a sandbox, slowly, unless it hands them to every file: a seventh of the time of an order.
      sandboxInjectedGlobals:
        "Array Error JSON Math Number Object String".split(" "),
      testMatch: ["<rootDir>/integration-tests/**/*.spec.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        "/integration-tests/browser/",
        ...elsewhere,
      ],
      setupFiles: [
        "<rootDir>/integration-tests/setup/failures-without-sockets.ts",
        "<rootDir>/integration-tests/setup/no-kept-connections.ts",
        "<rootDir>/integration-tests/setup/clear-orm-metadata.ts",
        "<rootDir>/integration-tests/setup/drop-known-noise.ts",
        "<rootDir>/integration-tests/setup/capture-logs.ts",
      ],
    },
    {
      ...common,
      displayName: "browser",
      testMatch: ["<rootDir>/integration-tests/browser/**/*.spec.ts"],
    },
  ],
}
