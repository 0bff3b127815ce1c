import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Application, openApplication } from '../../apps/server/application.ts'
import { endEmbedded } from '../../platform/database/index.ts'
import { root } from './command.ts'

/** A site with a database of its own whose servers are processes of their own, there to be killed. */
export interface KillableSite {
  /** The whole application in this process, on the same database. */
  open(): Promise<Application>
  /** The real server in a process of its own, ready to answer. */
  serve(): Promise<{ readonly server: ChildProcess; readonly origin: string }>
  /** Kills PostgreSQL, every process of it. */
  killDatabase(): void
  /** Ends every server and the database, and takes the folder away. */
  end(): void
}

export function killableSite(name: string): KillableSite {
  const home = mkdtempSync(join(tmpdir(), `${name}-`))
  chmodSync(home, 0o711)
  const servers: ChildProcess[] = []
  const environment = { ...process.env, RESOLUTE_DATA: join(home, 'data'), DATABASE_URL: '' }
  return {
    open: () => openApplication({ environment, now: () => new Date(), say: () => {} }),
    async serve() {
      const port = await freePort()
      const origin = `http://localhost:${port}`
      const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'apps/server/start.ts'], {
        cwd: root,
        env: { ...environment, PORT: String(port) },
        stdio: 'ignore',
      })
      servers.push(server)
      for (let tries = 0; tries < 400; tries++) {
        const answer = await fetch(`${origin}/health`).catch(() => null)
        if (answer?.ok) return { server, origin }
        await new Promise((ready) => setTimeout(ready, 100))
      }
      throw new Error('the server did not come up')
    },
    killDatabase() {
      const pid = readFileSync(join(home, 'data/data/postmaster.pid'), 'utf8').split('\n')[0] ?? ''
      const children = execFileSync('ps', ['-o', 'pid=', '--ppid', pid], { encoding: 'utf8' }).trim().split(/\s+/)
      for (const one of [pid, ...children]) {
        try {
          process.kill(Number(one), 'SIGKILL')
        } catch {
          // ended by itself in the meantime
        }
      }
    },
    end() {
      for (const server of servers) server.kill('SIGKILL')
      endEmbedded(join(home, 'data'))
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A port nobody uses just now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}
