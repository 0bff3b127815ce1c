import type { Directory } from '#modules/parties'
import type { Nearness } from './matching.ts'

/** How near the author of a document stands to whom a paragraph asks, by the directory of actors. */
export function nearnessIn(directory: Directory): (by: string | null, actor: string) => Nearness {
  const houseOf = (id: string): string => {
    const parent = directory.actor(id)?.partOf ?? null
    return parent === null ? id : houseOf(parent)
  }
  return (by, actor) => {
    const [author, asked] = [by === null ? null : directory.find(by), directory.find(actor)]
    if (!author || !asked) return by?.toLowerCase() === actor.toLowerCase() ? 'same' : 'unknown'
    if (author.id === asked.id) return 'same'
    return houseOf(author.id) === houseOf(asked.id) ? 'one-house' : 'strangers'
  }
}
