import type { Language } from '@resolute/reader'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Directory } from '#modules/parties'
import type { Files } from '#platform/files'
import { toCsv } from '#platform/tables'
import { type Published, repliesTable } from './published.ts'
import { readingCopy } from './reading-copy.ts'
import { filesIn } from './replies.ts'
import type { Submission } from './submission.ts'
import { namedIn } from './telling.ts'

/** A submission as others may have it: who sent it is told by its name, not by the person. */
export function openly({ by: _, ...submission }: Submission): Omit<Submission, 'by'> {
  return submission
}

/** A name that is one in every file system, whatever somebody called their file. */
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(-120) || 'file'

/**
 * Everything that stands of a call and somebody may see, as one archive: the replies as a table, and for each submission
 * a folder with its data, a copy to read, the file it came by and the files given with it. Written while it is read, so
 * that its size does not matter.
 */
export async function* archiveOf(
  published: Published,
  given: {
    readonly title: string
    readonly language: Language
    readonly directory: Directory
    readonly files: Files
    readonly at: Date
  },
): AsyncGenerator<Uint8Array> {
  const { title, language, directory, files, at } = given
  const named = namedIn(directory, language)
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const opened = (name: string, packed: boolean) => {
    const entry = packed ? new ZipDeflate(name) : new ZipPassThrough(name)
    entry.mtime = at
    zip.add(entry)
    return entry
  }
  const text = (name: string, content: string) => opened(name, true).push(new TextEncoder().encode(content), true)
  text('replies.csv', toCsv(repliesTable(published, directory, language)))
  for (const submission of published.submissions) {
    const folder = `${submission.invitation}-${plain(submission.actor ?? submission.name)}`
    const name = named(submission)
    text(`${folder}/submission.json`, `${JSON.stringify(openly(submission), null, 2)}\n`)
    text(`${folder}/submission.html`, readingCopy(submission, published.questions, { name, title, language }))
    yield* ready.splice(0)
    for (const one of filesOf(submission)) {
      const found = await files.read(one.sha256)
      if (!found) continue
      const entry = opened(`${folder}/${one.path}`, false)
      for await (const chunk of found.content) {
        entry.push(new Uint8Array(chunk as Uint8Array))
        yield* ready.splice(0)
      }
      entry.push(new Uint8Array(), true)
    }
  }
  zip.end()
  yield* ready.splice(0)
}

/** The original and what was given as answers, each under a name of its own. */
function filesOf({ original, answers }: Submission): readonly { readonly sha256: string; readonly path: string }[] {
  const given = [...new Map(filesIn(answers).map((file) => [file.sha256, file])).values()]
  return [
    ...(original ? [{ sha256: original.sha256, path: `original/${plain(original.name)}` }] : []),
    ...given.map(({ sha256, name }, at) => ({ sha256, path: `files/${at + 1}-${plain(name)}` })),
  ]
}
