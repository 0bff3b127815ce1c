import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { troubleInWords } from '#platform/words'
import { unpacked } from './archives/gzip.ts'
import { archiveLimits, type Bytes, type Entry, Unreadable } from './archives/limits.ts'
import { tarEntries } from './archives/tar.ts'
import { zipEntries } from './archives/zip.ts'
import { documentsIn } from './collection.ts'
import type { DocumentFacts } from './document.ts'
import type { Found, FoundRefusal } from './found.ts'
import { sidecarName, sidecars } from './sidecar.ts'

/** Endings of the texts taken from a folder or an archive; a file that is named is taken whatever its ending. */
const endings = ['.txt', '.md', '.html', '.htm', '.docx', '.pdf', '.xml', '.akn']

type Kind = 'text' | 'collection' | 'gzip' | 'tar' | 'zip'

const kinds: readonly (readonly [ending: string, kind: Kind])[] = [
  ['.jsonl', 'collection'],
  ['.tgz', 'gzip'],
  ['.gz', 'gzip'],
  ['.tar', 'tar'],
  ['.zip', 'zip'],
]

/** What a name promises; a Word file is a ZIP archive too, so that the bytes cannot tell. */
function kindOf(name: string): Kind {
  const lower = name.toLowerCase()
  return kinds.find(([ending]) => lower.endsWith(ending))?.[1] ?? 'text'
}

/** `x.jsonl.gz` holds `x.jsonl`, `x.tgz` holds `x.tar`. */
const unpackedName = (name: string): string => name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '')

/** Whether a file is one of those taken from a folder or an archive; what systems put beside files is not. */
export function isTaken(name: string): boolean {
  if (/(?:^|\/)(?:__MACOSX\/|\._)/.test(name)) return false
  const kind = kindOf(name)
  if (kind === 'gzip') return isTaken(unpackedName(name))
  return kind !== 'text' || endings.some((ending) => name.toLowerCase().endsWith(ending))
}

/** The files a path stands for: itself, or those of a folder and its folders that are taken, in order of their names. */
export async function filesIn(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && isTaken(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Whether a file may stand for more than one text. */
export const holdsMany = (file: string): boolean => kindOf(file) !== 'text' && kindOf(unpackedName(file)) !== 'text'

/** Something bytes are read from: a file on the disk, or what stands in one. */
interface Source {
  readonly name: string
  readonly place: string
  /** Its path where it stands on the disk. */
  readonly file: string | null
  readonly facts: DocumentFacts
  /** Bytes, where that is known before they are read. */
  readonly size: number | null
  readonly depth: number
  open(): Bytes
}

export interface Reading {
  /** Largest text taken, in bytes. */
  readonly limit: number
  /** Told of bytes read from the disk, for the progress. */
  consumed(bytes: number): void
}

/** The texts of files on the disk, one after the other: nothing is held in memory but the text that is given. */
export async function* textsIn(
  files: readonly string[],
  placeOf: (file: string) => string,
  reading: Reading,
): AsyncGenerator<Found> {
  const beside = sidecars()
  for (const file of files) {
    const place = placeOf(file)
    try {
      const facts = await beside(file)
      if (facts === null) {
        yield { place, refusal: { code: 'bad-sidecar', sidecar: sidecarName } }
        continue
      }
      const { size } = await stat(file)
      const source = { name: basename(file), place, file, facts: facts.get(basename(file)) ?? {}, size, depth: 0 }
      const open = async function* () {
        for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
          reading.consumed(piece.length)
          yield piece
        }
      }
      yield* bounded({ ...source, open }, reading)
    } catch (error) {
      const words = troubleInWords(error)
      if (words === null) throw error
      yield { place, refusal: { code: 'trouble', words } }
    }
  }
}

/** What stands in one file, as far as the bounds go. */
async function* bounded(source: Source, reading: Reading): AsyncGenerator<Found> {
  let found = 0
  let refused = 0
  for await (const one of within(source, reading)) {
    yield one
    found++
    if ('refusal' in one) refused++
    const { entries, refused: mostRefused } = archiveLimits
    const refusal: FoundRefusal | null =
      found > entries
        ? { code: 'archive-entries', limit: entries }
        : refused > mostRefused
          ? { code: 'too-many-refused', limit: mostRefused }
          : null
    if (refusal) {
      yield { place: source.place, refusal }
      return
    }
  }
}

async function* within(source: Source, reading: Reading): AsyncGenerator<Found> {
  try {
    switch (kindOf(source.name)) {
      case 'text':
        yield await textOf(source, reading)
        return
      case 'collection':
        yield* documentsIn(source.open(), source.place, reading.limit)
        return
      case 'gzip':
        yield* within(deeper(source, { name: unpackedName(source.name), open: () => unpacked(source.open()) }), reading)
        return
      case 'tar':
        yield* entries(source, tarEntries(source.open()), reading)
        return
      case 'zip':
        yield* inZip(source, reading)
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield { place: source.place, refusal: error.refusal }
  }
}

function deeper(source: Source, inner: Pick<Source, 'name' | 'open'> & Partial<Source>): Source {
  const { depth: limit } = archiveLimits
  if (source.depth >= limit) throw new Unreadable({ code: 'archive-depth', limit })
  return { ...source, file: null, size: null, depth: source.depth + 1, ...inner }
}

async function* inZip(source: Source, reading: Reading): AsyncGenerator<Found> {
  if (source.file !== null) {
    yield* entries(source, counted(zipEntries(source.file), reading), reading)
    return
  }
  const bytes = await collected(source, reading.limit)
  if (bytes === null) yield { place: source.place, refusal: tooLarge(source, reading.limit) }
  else yield* entries(source, zipEntries(bytes), reading)
}

/** An archive on the disk is read here and there: what its entries take tells how far the reading is. */
async function* counted(all: AsyncIterable<Entry>, reading: Reading): AsyncGenerator<Entry> {
  for await (const entry of all) {
    yield entry
    reading.consumed(entry.packed)
  }
}

async function* entries(source: Source, all: AsyncIterable<Entry>, reading: Reading): AsyncGenerator<Found> {
  let taken = 0
  let seen = 0
  for await (const { name, open } of all) {
    if (++seen > archiveLimits.entries) throw new Unreadable({ code: 'archive-entries', limit: archiveLimits.entries })
    if (!isTaken(name)) continue
    taken++
    const place = `${source.place}: ${shown(name)}`
    yield* within(deeper(source, { name: name.slice(name.lastIndexOf('/') + 1), place, open }), reading)
  }
  if (taken === 0) yield { place: source.place, refusal: { code: 'empty-archive' } }
}

/** Names in archives are anybody's: no control characters reach a terminal, and no name fills a page. */
const shown = (name: string): string => name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD').slice(0, 300)

async function textOf(source: Source, { limit }: Reading): Promise<Found> {
  const { place, name: fileName, facts } = source
  const bytes = (source.size ?? 0) > limit ? null : await collected(source, limit)
  return bytes === null
    ? { place, refusal: tooLarge(source, limit) }
    : { place, fileName, bytes, facts, published: false }
}

const tooLarge = ({ size }: Source, limit: number): FoundRefusal => ({
  code: 'too-large',
  bytes: Math.max(size ?? 0, limit + 1),
  limit,
})

/** All bytes, or null where there are more than the limit; a device without end is read no further. */
async function collected(source: Source, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of source.open()) {
    length += piece.length
    if (length > limit) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
