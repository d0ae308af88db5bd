import eslint from "@eslint/js"
import medusa from "@medusajs/eslint-plugin"
import importPlugin from "eslint-plugin-import"
import { defineConfig } from "eslint/config"
import tseslint from "typescript-eslint"
import { zones } from "./eslint.zones.mjs"

export default defineConfig(
  {
    ignores: [
      "**/node_modules/",
      "**/.medusa/",
      "**/.state/",
      "**/dist/",
      "**/.vite/",
      "**/__admin-extensions__.js",
      "bin/", // one line, which loads what the build makes
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    // Medusa's own rules. Some know a route, a job or a model by its folder alone, and see others' in tests and demo.
    files: ["src/**"],
    ignores: ["**/__tests__/**"],
    extends: [medusa.default.configs.recommended],
    rules: {
      // A shop has one list of workflows, of its own and of all plugins: an id without the plugin's name would clash there.
      "@medusajs/workflow-id-matches-export-or-filename": "off",
      "@medusajs/step-id-kebab-case": "off",
      // It sees no linkable behind a name. One that core exports has no type, and our module's is built when Medusa starts.
      "@medusajs/link-uses-linkable-properties": "off",
      // A route throws publicError and staffError, which carry a code. A plain Error is a fault of ours, so that 500 is right.
      "@medusajs/use-medusa-error-not-generic-error": "off",
    },
  },
  {
    // These also run where there is no Medusa.
    files: ["src/gateway/zod.ts", "src/sandbox/**"],
    ignores: ["**/__tests__/**"],
    rules: { "@medusajs/zod-import-source": "off" },
  },
  {
    languageOptions: {
      parserOptions: {
        // One program for what runs on a server and one for what runs in a browser, since each parses Medusa's types anew.
        project: ["./tsconfig.eslint.json", "./tsconfig.eslint.browser.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { import: importPlugin },
    settings: {
      "import/extensions": [".ts", ".tsx"],
      "import/ignore": ["/node_modules/", "/\\.medusa/"],
      "import/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] },
      "import/resolver": {
        node: { extensions: [".ts", ".tsx", ".js", ".mjs", ".json"] },
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      "import/no-restricted-paths": ["error", { zones }],
      "no-undef": "off", // tsc knows better, plain JavaScript included
      eqeqeq: ["error", "always", { null: "ignore" }],

      // Right in principle, noise here.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/require-await": "off", // interfaces of Medusa's ask for promises
      "@typescript-eslint/unbound-method": "off", // our interfaces are of functions that know no this
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }], // digits and hex
      "@typescript-eslint/no-extraneous-class": "off", // migrations and DI
      "@typescript-eslint/unified-signatures": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  {
    files: ["src/admin/**", "src/storefront/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex:
                "^(\\.\\./)+(gateway|modules(?!/one2pays/payments/lifecycle$)|providers|workflows|messages(?!/texts/(account-number|amount-bounds|banks|card|public-errors|payer-problems|payment-words|staff/(issue-titles|payout-file|payout-states))$)|api|jobs|subscribers|sandbox)(/|$)",
              allowTypeImports: true,
              message:
                "admin and storefront run in a browser: types only, the plain texts of messages, and the pure lifecycle of payments",
            },
          ],
        },
      ],
    },
  },
  {
    // SQL is written in few places, so that each table has one set of rules. The doors hand the connection on.
    files: ["src/**"],
    ignores: [
      "src/modules/one2pays/**/*-{store,queries,claims}.ts",
      "src/modules/one2pays/shared/{lease,looks,paging}.ts",
      "src/modules/one2pays/{reports,reconciliation}/**",
      "src/modules/one2pays/{payments/payments,payments/marks,withdraws/withdraws,withdraws/checks,webhooks/webhooks,payers/payers,service}.ts",
      "src/modules/one2pays/migrations/**",
      "src/gateway/**", // names the shape of the connection that its counters need
      "**/__tests__/**",
    ],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@medusajs/framework/mikro-orm/knex",
              message: "SQL belongs into a *-store, *-queries or *-claims file",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["src/**"],
    ignores: [
      "src/{gateway,sandbox,messages,admin,storefront}/**", // of their own rules
      "**/__tests__/**",
    ],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(\\.\\./)+gateway/(?!index$)",
              message: "the gateway's door is gateway/index",
            },
            {
              regex: "workflows/(.*/)?steps(/|$)",
              message: "a step belongs to its workflow",
            },
          ],
        },
      ],
    },
  },
  {
    // A test can move the clock of a running shop only if all of it goes by the same one.
    files: [
      "src/{api,gateway,jobs,modules,providers,subscribers,workflows}/**",
    ],
    ignores: ["src/gateway/clock.ts", "**/__tests__/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["setInterval", "setTimeout"].map((name) => ({
          name,
          message: "systemClock waits",
        })),
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
          message: "systemClock tells the time",
        },
      ],
    },
  },
  {
    files: ["src/messages/**"],
    ignores: ["**/__tests__/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(\\.\\./)+gateway(/|$)",
              allowTypeImports: true,
              message: "messages names the gateway's error codes, no more",
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      "**/*.spec.ts",
      "**/*.spec.tsx",
      "integration-tests/**",
      "**/__tests__/**",
    ],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      // A response of axios and the rows of a raw query are any.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    // Tests may look at everything, and at both sides of the wire at once.
    files: ["**/__tests__/**"],
    rules: { "import/no-restricted-paths": "off" },
  },
  {
    // Medusa's config is CommonJS by convention; plain scripts read JSON, whose type is any.
    files: ["**/*.js", "**/*.cjs", "**/*.mjs", "**/medusa-config*.ts"],
    rules: {
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  }
)
