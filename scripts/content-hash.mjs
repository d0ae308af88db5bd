import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

/**
 * One hash over files and directories, to tell whether something built from them is still good.
 * @param {string} root
 * @param {string[]} entries relative to `root`; those that are absent count as empty
 * @param {(file: string) => boolean} [isWanted] by path relative to `root`
 * @returns {string}
 */
export function contentHash(root, entries, isWanted = () => true) {
  const hash = createHash("sha256")
  for (const entry of entries) {
    for (const file of filesBelow(root, entry).filter(isWanted).sort()) {
      const content = fs.readFileSync(path.join(root, file))
      hash.update(`${file}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest("hex")
}

/**
 * @param {string} root
 * @param {string} entry
 * @returns {string[]}
 */
function filesBelow(root, entry) {
  const stat = fs.statSync(path.join(root, entry), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [entry]
  return fs
    .readdirSync(path.join(root, entry))
    .flatMap((name) => filesBelow(root, path.posix.join(entry, name)))
}
