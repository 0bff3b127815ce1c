import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './command.ts'

/** A program of ours in a process of its own, once it said that it is ready. */
export interface Running {
  readonly child: ChildProcess
  readonly said: () => string
  /** Tells it to stop and resolves with its exit code. */
  stop(): Promise<number | null>
  /** Ends it without a word, as a failing machine does. */
  kill(): Promise<void>
}

/** Starts `apps/...` and waits for its last words before it serves or works. */
export async function start(program: string, environment: Readonly<Record<string, string>>): Promise<Running> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    cwd: root,
    env: { ...process.env, ...environment },
  })
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text
      if (said.includes('Press Ctrl-C')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}:\n${said}`)))
  })
  await ready
  const ended = () => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve())
  return {
    child,
    said: () => said,
    async stop() {
      child.kill('SIGTERM')
      await ended()
      return child.exitCode
    },
    async kill() {
      child.kill('SIGKILL')
      await ended()
    },
  }
}
