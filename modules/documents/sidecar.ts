import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { languages } from '@resolute/reader'
import { z } from 'zod'
import { isoDate } from './adoption.ts'
import type { DocumentFacts } from './document.ts'

const day = z.string().refine((text) => isoDate(text) === text)

/** What `samples.json` says of the files beside it. */
const sidecar = z.array(
  z.object({
    file: z.string().min(1),
    symbol: z.string().min(1).max(200).nullish(),
    title: z.string().min(1).max(1000).nullish(),
    adopted: day.nullish(),
    session: z.object({ body: z.string().min(1).max(40), number: z.int().min(1).max(9999) }).nullish(),
    language: z.enum(languages).optional(),
  }),
)

export const sidecarName = 'samples.json'

/** What is known of the files of a folder, by file name; empty where nobody wrote it down, null where it is not readable. */
export async function factsBeside(folder: string): Promise<ReadonlyMap<string, DocumentFacts> | null> {
  let text: string
  try {
    text = await readFile(join(folder, sidecarName), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map()
    throw error
  }
  try {
    return new Map(sidecar.parse(JSON.parse(text)).map(({ file, ...facts }) => [file, facts]))
  } catch {
    return null
  }
}

/** The same for each of several files, each folder read once. */
export function sidecars(): (file: string) => Promise<ReadonlyMap<string, DocumentFacts> | null> {
  const folders = new Map<string, Promise<ReadonlyMap<string, DocumentFacts> | null>>()
  return (file) => {
    const folder = dirname(file)
    const facts = folders.get(folder) ?? factsBeside(folder)
    folders.set(folder, facts)
    return facts
  }
}
