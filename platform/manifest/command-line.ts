import { userInfo } from 'node:os'
import { program, type Visitor } from '#platform/access'

/** Whoever runs the command line on the machine, by the name of their account there. */
export function commandLine(): Visitor {
  return program(`command-line:${userName()}`)
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown') // an account without a name, as in some containers
  }
}
