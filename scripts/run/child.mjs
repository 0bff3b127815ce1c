import { spawn } from 'node:child_process'
import process from 'node:process'

/** What a terminal or a supervisor may send; the child gets it too, and we end when it has. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program in the foreground and resolves with its exit code (128 + n where a signal ended it). It shares our
 * terminal, hears our signals, and with `tied` learns of our end, even a sudden one, by its channel to us closing.
 */
export function run(program, args, { cwd, env = process.env, tied = false, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : stdio })
    const pass = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    const parent = process.ppid
    // npm ends its shell and not us when it is told to stop; a parent that is gone is told to our child the same way.
    const watch = process.env.npm_lifecycle_event
      ? setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500)
      : undefined
    const done = () => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, pass)
    }
    child.once('error', (error) => {
      done()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      done()
      resolve(code ?? 128 + (numbers[signal] ?? 1))
    })
  })
}

const numbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }
