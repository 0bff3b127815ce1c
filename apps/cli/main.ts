import { type Command, type CommandContext, CommandRefusal } from '#platform/manifest'
import type { Rooms } from '../../modules/modules.ts'
import type { Application } from '../server/application.ts'
import { commands } from './commands.ts'

const [name, ...args] = process.argv.slice(2)
const out = (text: string | Uint8Array) => void process.stdout.write(text)
const talk = (text: string) => void process.stderr.write(text)
const terminal = process.stderr.isTTY === true

// Nobody left to talk to is no reason to stop.
process.stderr.on('error', () => {})

const gone = new Set(['EPIPE', 'ERR_STREAM_DESTROYED'])

// Whoever read our output and went (`resolute read ... | head`) has what they wanted; a change under way is finished.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (!gone.has(error.code ?? '')) void tell(error).then(() => leave(1))
  else if (opened.application === null) process.exit(0)
})

/** Opened by the first command that asks; null for those that need no database. */
const opened: { application: Promise<Application> | null; closing: Promise<void> | null } = {
  application: null,
  closing: null,
}

const context: CommandContext<Rooms> = {
  args,
  cwd: process.cwd(),
  out,
  talk,
  terminal,
  async rooms() {
    opened.application ??= import('../server/application.ts').then(({ openApplication }) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(130))
      const say = (text: string) => (terminal ? talk(`${text}\n`) : undefined)
      return openApplication({ environment: process.env, now: context.now, say })
    })
    return (await opened.application).rooms
  },
  now: () => new Date(),
}

/** Once, however often it is asked for. A failure to open was reported to whoever asked for the rooms. */
function close(): Promise<void> {
  opened.closing ??= Promise.resolve(opened.application)
    .then((application) => application?.close())
    .catch(() => {})
  return opened.closing
}

async function tell(error: unknown): Promise<void> {
  const { inWords } = await import('../server/in-words.ts')
  talk(`resolute ${name}: ${inWords(error)}\n`)
}

/** Told to stop: what is under way is rolled back by the database, and an embedded server nobody else uses is stopped. */
async function leave(code: number): Promise<never> {
  setTimeout(() => process.exit(code), 10_000).unref()
  await close()
  process.exit(code)
}

async function listOfCommands(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  const width = Math.max(...loaded.map((command) => command.name.length))
  const lines = loaded.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return `resolute <command> [options]\n\n${lines.join('\n')}\n\nresolute <command> --help says more.\n`
}

async function run(command: Command<Rooms>): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    out(`${command.usage.trimEnd()}\n`)
    return 0
  }
  return command.run(context)
}

async function main(): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    out(await listOfCommands())
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    talk(`resolute: there is no command "${name}". Commands: ${Object.keys(commands).join(', ')}\n`)
    return 2
  }
  return run(await load())
}

try {
  process.exitCode = await main()
} catch (error) {
  // Told to stop, it loses its database under its hands: that is no fault, and `leave` gives the exit code.
  if (opened.closing === null) {
    const application = await opened.application?.catch(() => null)
    await tell(application?.trouble() ?? error)
    process.exitCode = error instanceof CommandRefusal ? error.exitCode : 1
  }
} finally {
  await close()
}
