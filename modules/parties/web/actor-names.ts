import { nameIn } from '#platform/i18n'
import type { Parties } from '../actor.ts'

/** Names of actors in a language; the id where nobody has that name. */
export async function actorNames(
  { parties }: { readonly parties: Parties },
  language: string,
): Promise<(id: string | null) => string | null> {
  const directory = await parties.directory()
  return (id) => {
    const actor = id === null ? null : directory.actor(id)
    return actor === null ? id : (actor.short ?? nameIn(actor.name, language))
  }
}

/** The actor a field names, by id or by any name it has: `cl`, "Chile", "Чили". What names nobody is left as it stands. */
export async function actorFrom({ parties }: { readonly parties: Parties }, written: string): Promise<string | null> {
  const name = written.trim()
  if (name === '') return null
  const directory = await parties.directory()
  return (directory.actor(name.toLowerCase()) ?? directory.find(name))?.id ?? name
}
