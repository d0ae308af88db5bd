import { problemsOf } from "../problems.mjs"

const sound = {
  manifest: { version: "0.2.0", author: "acme" },
  lock: { version: "0.2.0", packages: { "": { version: "0.2.0" } } },
  changelog:
    "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n- New\n",
  readme: "You see `medusa-plugin-one2pays@0.2.0`.",
  tag: "v0.2.0",
}

describe("a release", () => {
  it("has no problems when owner, tag, lock, changelog and README fit the version", () => {
    expect(problemsOf(sound)).toEqual([])
    expect(problemsOf({ ...sound, tag: undefined })).toEqual([])
  })

  it.each([
    [
      "has no owner",
      { manifest: { ...sound.manifest, author: "OWNER" } },
      "set-owner",
    ],
    ["has another tag", { tag: "v0.2.1" }, "The tag is v0.2.1"],
    [
      "the lock knows by another version",
      { lock: { ...sound.lock, version: "0.1.0" } },
      "package-lock.json has another version",
    ],
    [
      "installs as another version",
      { lock: { ...sound.lock, packages: { "": { version: "0.1.0" } } } },
      "package-lock.json has another version",
    ],
    [
      "is not in the changelog",
      { changelog: "## [0.1.0] - 2026-11-21" },
      'no section "## [0.2.0]',
    ],
    [
      "leaves changes unreleased",
      {
        changelog: sound.changelog.replace(
          "## [0.2.0]",
          "### Added\n\n- More\n\n## [0.2.0]"
        ),
      },
      "unreleased changes",
    ],
    [
      "is not the README's",
      { readme: "medusa-plugin-one2pays@0.1.0" },
      "README.md shows another version",
    ],
  ])("that %s is refused", (_, change, problem) => {
    expect(problemsOf({ ...sound, ...change })).toEqual([
      expect.stringContaining(problem),
    ])
  })
})
