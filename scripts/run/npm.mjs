import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { Refusal } from './say.mjs'

/** What npm prints when it cannot reach the registry. */
const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i

/** Runs the machine's own npm in a folder. Its talk is shown; what it ends in is put into a sentence. */
export function npm(args, folder, failed) {
  // Inside `npm start` npm says where it is itself; else it stands on the path.
  const self = process.env.npm_execpath
  const [program, first] = self?.endsWith('.js') ? [process.execPath, [self]] : ['npm', []]
  const { status, signal, error, stderr } = spawnSync(program, [...first, ...args], {
    cwd: folder,
    env: { ...withoutNpm(process.env), RESOLUTE_SETTING_UP: '1' },
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status === 0) return
  if (stderr) process.stderr.write(stderr)
  if (signal) throw new Refusal(`${failed}: npm was stopped (${signal}).`)
  if (error?.code === 'ENOENT')
    throw new Refusal(`${failed}: there is no npm on this machine. Install it and start again.`)
  if (/ENOSPC/.test(stderr)) throw new Refusal(`${failed}: the disk is full. Free some space and start again.`)
  if (/EACCES|EPERM|EROFS/.test(stderr)) {
    throw new Refusal(
      `${failed}: no permission to write in ${folder}. Give this account the right to write there and start again.`,
    )
  }
  if (noNetwork.test(stderr)) {
    throw new Refusal(
      `${failed}: the npm registry cannot be reached. Connect to the network (behind a proxy: npm config set proxy …) and start again; this is needed once.`,
    )
  }
  throw new Refusal(`${failed}; npm says why above.`)
}

/** A script's own npm variables (`npm_config_prefix`, `npm_package_…`) would bend an npm that runs inside it. */
function withoutNpm(environment) {
  const own = ([name]) =>
    !/^npm_(package|lifecycle|command|config_local_prefix|config_(prefix|global_prefix)$)/.test(name)
  return Object.fromEntries(Object.entries(environment).filter(own))
}
