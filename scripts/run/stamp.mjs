// Stamps: what a step was done from, as a hash of contents, kept beside what it made.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './root.mjs'

const skipped = new Set(['node_modules', 'build', '.react-router', 'migrations', 'data'])

/** All files under folders of the checkout, as paths from its root, in a stable order; tests are nobody's source. */
export function filesUnder(folders) {
  const found = []
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(path)
      } else if (!/\.test\.tsx?$/.test(entry.name)) {
        found.push(path)
      }
    }
  }
  for (const folder of folders) walk(folder)
  return found.sort()
}

/** SHA-256 over names and contents of files, and over further facts. */
export function hashOf(files, ...facts) {
  const hash = createHash('sha256')
  for (const fact of facts) hash.update(`${fact}\0`)
  for (const file of files) {
    hash.update(`${file}\0`)
    hash.update(readFileSync(join(root, file)))
    hash.update('\0')
  }
  return hash.digest('hex')
}

export function isStamped(stamp, hash) {
  try {
    return readFileSync(join(root, stamp), 'utf8') === hash
  } catch {
    return false
  }
}

export function setStamp(stamp, hash) {
  mkdirSync(dirname(join(root, stamp)), { recursive: true })
  writeFileSync(join(root, stamp), hash)
}

export const dropStamp = (stamp) => rmSync(join(root, stamp), { force: true })
