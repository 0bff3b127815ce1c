import { type Command, type CommandContext, CommandRefusal } from '#platform/manifest'
import type { Rooms } from '../../modules/modules.ts'

type Load = () => Promise<Command<Rooms>>

/** Every command by name. Each is loaded only when it is asked for, so that reading a text starts no database. */
const commands: Readonly<Record<string, Load>> = {
  read: async () => (await import('./read.ts')).read,
  clauses: async () => (await import('./clauses.ts')).clauses,
}

const [name = '--help', ...args] = process.argv.slice(2)
const load = commands[name]
if (!load) {
  process.stderr.write(`resolute: there is no command "${name}". Commands: ${Object.keys(commands).join(', ')}\n`)
  process.exit(name === '--help' ? 0 : 2)
}
const context: CommandContext<Rooms> = {
  args,
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  talk: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  rooms: () => Promise.reject(new Error('rooms: not wired yet')),
  now: () => new Date(),
}
try {
  process.exitCode = await (await load()).run(context)
} catch (error) {
  if (!(error instanceof CommandRefusal)) throw error
  context.talk(`resolute ${name}: ${error.message}\n`)
  process.exitCode = error.exitCode
}
