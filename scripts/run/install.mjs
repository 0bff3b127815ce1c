import process from 'node:process'
import { npm } from './npm.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'
import { hashOf, isStamped, setStamp } from './stamp.mjs'

const STAMP = 'node_modules/.resolute-installed'

/** What decides which packages belong in node_modules. */
const lockHash = () => hashOf(['package-lock.json', 'package.json'], process.platform, process.arch)

/** Installs what the lockfile says, unless that is what is there. No package gets to run a script. */
export function install() {
  const hash = lockHash()
  if (isStamped(STAMP, hash)) return
  say('Installing what package-lock.json says (once)')
  npm(
    ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    root,
    'The packages could not be installed',
  )
  setStamp(STAMP, hash)
}

/** Called when npm itself has just installed everything (`npm ci`, `npm install`): notes that it need not be done again. */
export const noteInstalled = () => setStamp(STAMP, lockHash())
