import type { Command } from '#platform/manifest'
import type { Rooms } from '../../../modules/modules.ts'

/** Runs a command that needs no database in a folder, and says what it wrote where and with which exit code it ended. */
export async function runCommand(command: Command<Rooms>, cwd: string, args: readonly string[]) {
  let out = ''
  let talk = ''
  const code = await command.run({
    args,
    cwd,
    out: (text) => {
      out += text
    },
    talk: (text) => {
      talk += text
    },
    terminal: false,
    rooms: () => Promise.reject(new Error(`${command.name} needs no database`)),
    now: () => new Date('2013-04-01'),
  })
  return { code, out, talk }
}
