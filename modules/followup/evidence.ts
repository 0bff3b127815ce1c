import type { Transaction } from '#platform/database'
import { largestGiven, takenTypes } from '#platform/files'
import { type ActGround, invalid } from './acting.ts'
import { evidenceErrors, mostAtOnce } from './checks.ts'
import type { EvidenceContent, FieldError, Refusal } from './dossier.ts'
import type { EvidenceGiven } from './room.ts'
import { addEvidenceRow } from './store.ts'

/** Evidence whose file is kept, ready to be referred to. */
export interface KeptEvidence {
  readonly title: string
  readonly content: EvidenceContent
}

/**
 * Looks evidence over and keeps its files: the bytes first, the row in the act's transaction after. A file whose act is
 * refused is swept after a day.
 */
export async function keepEvidence(
  ground: Pick<ActGround, 'files' | 'documents'>,
  given: readonly EvidenceGiven[],
): Promise<{ readonly kept: readonly KeptEvidence[] } | Refusal> {
  if (given.length > mostAtOnce) {
    return invalid([{ field: 'evidence', code: 'too-long', facts: { most: mostAtOnce, length: given.length } }])
  }
  const errors = given.flatMap(evidenceErrors)
  if (errors.length > 0) return invalid(errors)
  const kept: KeptEvidence[] = []
  for (const { title, content } of given) {
    const found = await keepOne(ground, content)
    if ('code' in found) errors.push(found)
    else kept.push({ title: title.trim(), content: found })
  }
  return errors.length > 0 ? invalid(errors) : { kept }
}

async function keepOne(
  { files, documents }: Pick<ActGround, 'files' | 'documents'>,
  content: EvidenceGiven['content'],
): Promise<EvidenceContent | FieldError> {
  switch (content.kind) {
    case 'file': {
      const put = await files.put(content.bytes, { limit: largestGiven })
      if (put.state === 'too-large') return { field: 'file', code: 'too-large', facts: { most: largestGiven } }
      const { sha256, size, type } = put.file
      if (size === 0) return { field: 'file', code: 'empty' }
      if (!takenTypes.has(type)) return { field: 'file', code: 'type-not-taken', facts: { type } }
      return { kind: 'file', sha256, size, type, name: content.name.trim() }
    }
    case 'link':
      return { kind: 'link', url: new URL(content.url.trim()).href }
    case 'paragraph': {
      const { document, unit, path } = content
      const found =
        path === null
          ? (await documents.document(document))?.version.outline.units.some(({ id }) => id === unit)
          : await documents.item(document, unit, path)
      return found ? content : { field: 'document', code: 'no-such-paragraph' }
    }
  }
}

export function writeEvidence(
  transaction: Transaction,
  update: string,
  { title, content }: KeptEvidence,
  doing: { readonly by: string; readonly at: Date },
): Promise<string> {
  const row = { update, title, kind: content.kind, ...doing }
  switch (content.kind) {
    case 'file': {
      const { sha256, name, type, size } = content
      return addEvidenceRow(transaction, { ...row, sha256, file_name: name, media_type: type, size: String(size) })
    }
    case 'link':
      return addEvidenceRow(transaction, { ...row, url: content.url })
    case 'paragraph':
      return addEvidenceRow(transaction, {
        ...row,
        document: content.document,
        unit: content.unit,
        path: content.path,
      })
  }
}
