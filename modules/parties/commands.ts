import { parseArgs } from 'node:util'
import { languages } from '@resolute/reader'
import { grantedRoles } from '#platform/access'
import { type Command, CommandRefusal, commandLine } from '#platform/manifest'
import { toTerminal } from '#platform/tables'
import { speakFrom } from '#platform/words'
import type { Parties } from './actor.ts'
import english from './messages/en.json' with { type: 'json' }
import type { RoleRequest } from './person.ts'
import { peopleTable } from './tables.ts'

const say = speakFrom([english])

const usage = `resolute people list [--actor ACTOR] [--json]
resolute people invite --email ADDRESS --name NAME --role ROLE [--actor ACTOR] [--unit TEXT] [--language LANGUAGE]
resolute people grant --person ID --role ROLE [--actor ACTOR] [--unit TEXT] [--until DATE]
resolute people end --grant ID
resolute people link --person ID

Who can sign in, and what each may do. For whoever runs the program on its machine; pages for administrators do the same.

  list      people with their roles; --json gives all that is kept of them
  invite    makes a person, gives a role, and prints a link that lets them in once, within a day
  grant     gives a person one more role
  end       ends a role; its id stands in the list
  link      prints a link that lets a person in once, within a day

  --role       focal-point, officer, evaluator or administrator
  --actor      for a focal point: a State or an entity, by id or by any of its names (cl, Chile, UNODC)
  --unit       where in it: mission, ministry, agency
  --language   ar, zh, en, fr, ru or es: of letters to them (en)
  --until      day on which the role ends by itself

Environment:
  ORIGIN       address of the site, for the link (http://localhost:8080)`

const text = { type: 'string' } as const
const options = {
  ...{ actor: text, email: text, grant: text, language: text, name: text, person: text, role: text, unit: text },
  ...{ until: text, json: { type: 'boolean' } as const },
}

type Given = ReturnType<typeof read>['values']

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}

function needed(values: Given, name: 'email' | 'name' | 'role' | 'person' | 'grant'): string {
  const value = values[name]
  if (!value) throw new CommandRefusal(say('parties.people.needed', { option: `--${name}` }), 2)
  return value
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) {
    throw new CommandRefusal(say('parties.people.choice', { option, value, choices: choices.join(', ') }), 2)
  }
  return found
}

function allowed<T>(result: T): Exclude<T, { readonly refused: string }> {
  if (typeof result === 'object' && result !== null && 'refused' in result) {
    throw new CommandRefusal(say(`parties.refused.${result.refused}`))
  }
  return result as Exclude<T, { readonly refused: string }>
}

async function roleIn(parties: Parties, values: Given): Promise<RoleRequest> {
  const directory = await parties.directory()
  const written = values.actor?.trim() || null
  const actor = written && (directory.actor(written.toLowerCase()) ?? directory.find(written))
  return {
    role: oneOf('--role', needed(values, 'role'), grantedRoles),
    actor: actor ? actor.id : written,
    unit: values.unit || null,
    until: values.until || null,
  }
}

/** The acts on people, for whoever runs the program on its machine. */
export const people: Command<{ readonly parties: Parties }> = {
  name: 'people',
  summary: 'List people and their roles, invite, give and end roles',
  usage,
  async run({ args, out, talk, rooms }) {
    const { values, positionals } = read(args)
    const [what = '', ...more] = positionals
    const by = commandLine()
    const site = (process.env.ORIGIN || 'http://localhost:8080').replace(/\/+$/, '')
    const link = async (parties: Parties, person: string) => {
      const { token } = allowed(await parties.giveLink(by, person))
      out(`${site}/sign-in/link?token=${token}\n`)
      talk(`${say('parties.people.link')}\n`)
    }
    switch (more.length === 0 ? what : '') {
      case 'list': {
        const { parties } = await rooms()
        const { actor } = values.actor ? await roleIn(parties, { ...values, role: 'focal-point' }) : {}
        const found = allowed(await parties.people(by, actor ? { actor } : {}))
        if (values.json) out(`${JSON.stringify(found, null, 2)}\n`)
        else if (found.length > 0) out(toTerminal(peopleTable(found)))
        else talk(`${say('parties.people.nobody')}\n`)
        return 0
      }
      case 'invite': {
        const person = { email: needed(values, 'email'), name: needed(values, 'name') }
        const language = oneOf('--language', values.language ?? 'en', languages)
        const { parties } = await rooms()
        const role = await roleIn(parties, values)
        const made = allowed(await parties.invitePerson(by, { ...person, ...role, language, origin: null }))
        talk(`${say('parties.people.invited', { person: made.person, created: String(made.created) })}\n`)
        await link(parties, made.person)
        return 0
      }
      case 'grant': {
        const person = needed(values, 'person')
        const { parties } = await rooms()
        const { grant } = allowed(await parties.grantRole(by, person, await roleIn(parties, values)))
        talk(`${say('parties.people.granted', { grant })}\n`)
        return 0
      }
      case 'end': {
        const grant = needed(values, 'grant')
        const { parties } = await rooms()
        allowed(await parties.endGrant(by, grant))
        talk(`${say('parties.people.ended', { grant })}\n`)
        return 0
      }
      case 'link': {
        const person = needed(values, 'person')
        await link((await rooms()).parties, person)
        return 0
      }
      default:
        throw new CommandRefusal(`${say('parties.people.what', { what: positionals.join(' ') })}\n\n${usage}`, 2)
    }
  },
}
