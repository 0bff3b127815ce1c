import { readFile } from 'node:fs/promises'
import type { DocumentFacts } from '#modules/documents'
import type { Visitor } from '#platform/access'
import type { Database } from '#platform/database'
import { testPlatform } from '#platform/testing'
import { fillRooms, openRooms } from '../../modules.ts'

/** A day after the founding texts were adopted. */
export const now = () => new Date('2015-01-02T03:04:05Z')

export const officer: Visitor = {
  doer: 'person:7',
  person: '7',
  name: 'Ada Officer',
  grants: [{ role: 'officer', actor: null }],
}

/** Every room on a database, filled, and a way to bring texts in and have them traced. */
export async function openLineageRooms(database: Database) {
  const rooms = openRooms(testPlatform({ database, now }))
  await fillRooms(rooms)
  const bring = async (text: string | Uint8Array, facts?: DocumentFacts) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    return rooms.documents.importText({ fileName: 'text.txt', bytes, facts, by: 'system:test' })
  }
  const sample = (name: string) => readFile(new URL(`../../../samples/${name}`, import.meta.url))
  /** The two founding texts. */
  const bringSamples = async () => {
    await bring(await sample('E-RES-2012-19.txt'))
    const session = { body: 'CCPCJ', number: 20 }
    await bring(await sample('E-2011-30-chapter-I.txt'), { symbol: 'E/2011/30', adopted: '2011-04-15', session })
  }
  return { rooms, bring, bringSamples }
}
