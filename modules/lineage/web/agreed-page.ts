import { nameIn } from '#platform/i18n'
import { fieldOf, type LoaderInput, unknownAct, visitOf } from '#web'
import type { AgreedAnswer, AgreedDraft, AgreedOptions } from '../agreed.ts'
import { agreedOptions, draftGiven } from '../agreed-asked.ts'
import { type ShownAgreed, shownAgreed } from './agreed-shown.ts'

/** What the form is filled with. */
export interface GivenDraft {
  readonly text: string
  readonly body: string
  readonly from: string
  readonly to: string
}

/** Matches shown for each paragraph of a draft, and for a paragraph by itself. */
const ofDraft = 3
const byItself = 10

type Fields = { get(name: string): unknown }

const givenIn = (fields: Fields, text: string): GivenDraft => {
  const field = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value.slice(0, 100) : ''
  }
  return { text, body: field('body'), from: field('from'), to: field('to') }
}

/** A short text, or a document of the register, may stand in the address; without either there is a form to fill in. */
export async function loadAgreed(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const { language } = reads
  const url = new URL(input.request.url)
  const query = url.searchParams
  const text = query.get('text') ?? ''
  const document = query.get('document')
  const options = agreedOptions(query)
  const directory = await rooms.parties.directory()
  const bodies = directory
    .actors({ kind: 'body' })
    .map(({ id, name }) => ({ value: id, text: nameIn(name, language) }))
    .sort((a, b) => a.text.localeCompare(b.text, language))
  const nameOf = namesIn(bodies)
  const about = { bodies, given: givenIn(query, text), address: `${url.pathname}${url.search}` }
  const filesOf = (own: string) => {
    const kept = ['body', 'from', 'to'].flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : []))
    return `/api/v1/agreed?${new URLSearchParams([...kept, [own, query.get(own) ?? '']])}`
  }
  if (document) {
    const found = await rooms.lineage.agreedDocument(document, { limit: ofDraft, ...options })
    return { ...about, result: found && shown(found, nameOf), files: filesOf('document') }
  }
  if (text.trim() !== '') {
    const found = await rooms.lineage.agreed(text, { limit: byItself, ...options })
    return { ...about, result: shown(found, nameOf), files: filesOf('text') }
  }
  return { ...about, result: null, files: null }
}

/** A draft sent in. Nothing of it is kept; the page carries it on in its form. */
export async function answerDraft(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== 'lineage.find-agreed') throw unknownAct()
  const directory = await rooms.parties.directory()
  const nameOf = (id: string) => {
    const actor = directory.actor(id)
    return actor ? nameIn(actor.name, reads.language) : id
  }
  const given = givenIn(form, fieldOf(form, 'text'))
  const draft = await draftGiven(form)
  if (!draft) return { given, result: { state: 'refused', refusal: { code: 'no-words' } } as const }
  const options: AgreedOptions = { limit: ofDraft, ...agreedOptions(form) }
  const found = await rooms.lineage.agreedDraft(draft, options)
  const text = given.text === '' && found.state === 'found' ? textOf(found) : given.text
  return { given: { ...given, text }, result: shown(found, nameOf) }
}

/** The paragraphs of a file, so that they can be asked about again. */
const textOf = ({ paragraphs }: Extract<AgreedDraft, { state: 'found' }>): string =>
  paragraphs.map(({ at, text }) => (at?.number ? `${at.number}. ${text}` : text)).join('\n\n')

type Shown = ShownAgreed | Exclude<AgreedDraft, { state: 'found' }>

function shown(found: AgreedAnswer | AgreedDraft, nameOf: (id: string) => string): Shown {
  if (found.state !== 'found') return found
  return shownAgreed('paragraph' in found ? [found.paragraph] : found.paragraphs, found, nameOf)
}

function namesIn(bodies: readonly { readonly value: string; readonly text: string }[]): (id: string) => string {
  const names = new Map(bodies.map(({ value, text }) => [value, text]))
  return (id) => names.get(id) ?? id
}
