/** The word in package.json that stands for the owner of the repository until somebody fills it in. */
export const PLACEHOLDER = "OWNER"

/**
 * @typedef {object} Release
 * @property {{ version: string } & Record<string, unknown>} manifest package.json
 * @property {{ version: string, packages: Record<string, { version?: string }> }} lock package-lock.json
 * @property {string} changelog
 * @property {string} readme
 * @property {string | undefined} tag the git tag that is released, where there is one
 */

/** @param {Release} release @returns {string[]} why it cannot be published */
export function problemsOf({ manifest, lock, changelog, readme, tag }) {
  const { version } = manifest
  /** @type {[boolean, string][]} */
  const conditions = [
    [
      !JSON.stringify(manifest).includes(PLACEHOLDER),
      `package.json names no owner yet: node scripts/set-owner.mjs <owner on GitHub>`,
    ],
    [
      tag === undefined || tag === `v${version}`,
      `The tag is ${tag}, and package.json has the version ${version}.`,
    ],
    [
      [lock, lock.packages[""]].every((named) => named?.version === version),
      `package-lock.json has another version than ${version}: npm install --package-lock-only`,
    ],
    [
      new RegExp(
        `^## \\[${escape(version)}\\] - \\d{4}-\\d\\d-\\d\\d$`,
        "m"
      ).test(changelog),
      `CHANGELOG.md has no section "## [${version}] - <day>".`,
    ],
    [
      !/^## \[Unreleased\]\n+(?!## )\S/m.test(changelog),
      "CHANGELOG.md still has unreleased changes.",
    ],
    [
      readme.includes(`medusa-plugin-one2pays@${version}`),
      `README.md shows another version than medusa-plugin-one2pays@${version}.`,
    ],
  ]
  return conditions.flatMap(([holds, problem]) => (holds ? [] : [problem]))
}

/** @param {string} text */
const escape = (text) => text.replace(/[.+]/g, "\\$&")
