// The browser of the browser tests: one that is there, else installed by the system's packages where we may.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './root.mjs'
import { Refusal, say } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin']

function findChromium() {
  if (process.env.CHROMIUM) {
    if (existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM
    throw new Refusal(`CHROMIUM names ${process.env.CHROMIUM}, where no file is. Correct it, or leave it out.`)
  }
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate))
    if (path) return path
  }
  return playwrightsOwn()
}

/** One that `npx playwright install chromium` has put into the home folder earlier, or null. */
function playwrightsOwn() {
  try {
    const { chromium } = createRequire(join(root, 'package.json'))('playwright-core')
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
  } catch {
    return null
  }
}

const apt = (...args) =>
  spawnSync('apt-get', ['-y', '-q', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })

/** Path of a Chromium. As root on Debian and its kin one is installed; else the sentence says how to get one. */
export function chromium() {
  const found = findChromium()
  if (found) return found
  const remedy =
    'Install Chromium (Debian: "apt-get install chromium" as root; elsewhere "npx playwright-core install chromium"), or name one with CHROMIUM=/path/to/chromium.'
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Refusal(`The browser tests need Chromium, and there is none on this machine. ${remedy}`)
  }
  say('Installing Chromium with apt-get (once)')
  apt('update')
  const { status, stderr } = apt('install', '--no-install-recommends', 'chromium', 'fonts-noto-core')
  const installed = findChromium()
  if (status === 0 && installed) return installed
  throw new Refusal(`Chromium could not be installed:\n${stderr?.trim()}\n${remedy}`)
}
