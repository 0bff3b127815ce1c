import type { Block, ParagraphBlock, TableBlock } from '../blocks/block.ts'
import type { Numbering } from '../blocks/numbering.ts'
import type { Note } from '../notes.ts'
import { type Opening, openingOf } from '../phrases/opening.ts'
import type { PhraseRow, Phrases } from '../phrases/phrase.ts'
import { type Counter, count } from './counter.ts'
import type { Entry } from './entry.ts'
import { organIn, speakerIn, unquoted } from './organs.ts'
import { sectionNumber, withSections } from './sections.ts'
import type { UnitSpan } from './unit-span.ts'

type Phase = 'preface' | 'preamble' | 'body' | 'agenda' | 'conclusions' | 'annex'

interface Reading {
  /** Whether what the organ says again is set with its verb. */
  readonly setsAgain: boolean
  /** Paragraphs of a statement, which are cited by their place. */
  spoken: number
  phase: Phase
  counter: Counter
  readonly entries: Entry[]
  readonly notes: Note[]
}

const listEnd = /[:：]["”’)]*$/
const recitalEnd = /[,，،]["”’)]*$/
const sentenceEnd = /[.;,:!?。；，：،؛؟]["”»’)\]]*$/u

function some(rows: readonly PhraseRow[], text: string): boolean {
  const head = text.slice(0, 400)
  return rows.some(({ pattern }) => pattern.test(head))
}

const nothing: Partial<Entry> = {}

function entry(kind: Entry['kind'], block: Entry['block'], rest = nothing): Entry {
  const { level = 0, path = null, opening = null, caption = null } = rest
  return { kind, block, level, path, opening, caption }
}

/** A number decides about one before it only if it stands among so many paragraphs. */
const nearest = 40

/** For each paragraph the next number behind it, or null where none is near. */
function followersOf(paragraphs: readonly { readonly block: ParagraphBlock | TableBlock }[]): (Numbering | null)[] {
  const followers: (Numbering | null)[] = new Array(paragraphs.length).fill(null)
  let next: Numbering | null = null
  let nextAt = 0
  for (let at = paragraphs.length - 1; at >= 0; at--) {
    if (next && nextAt - at < nearest) followers[at] = next
    const { block } = paragraphs[at]!
    if (block.kind !== 'paragraph' || !block.numbering) continue
    next = block.numbering
    nextAt = at
  }
  return followers
}

/** Tells for every block of a unit what it is for. Footnotes and page furniture are left out. */
export function entriesOf(
  blocks: readonly Block[],
  span: UnitSpan,
  phrases: Phrases,
): { readonly entries: readonly Entry[]; readonly notes: readonly Note[] } {
  const paragraphs: { readonly block: ParagraphBlock | TableBlock; readonly at: number }[] = []
  for (let at = span.from; at < span.to; at++) {
    const block = blocks[at]!
    if (block.kind === 'paragraph' || block.kind === 'table') paragraphs.push({ block, at })
  }
  const speaker = span.organ === null ? undefined : blocks[span.organ]
  // the report of another body is set as that body's editors set texts
  const setsAgain =
    span.head === null && speaker?.kind === 'paragraph' && organIn(speaker.text, phrases)?.row.setsAgain === true
  const reading: Reading = { setsAgain, spoken: 0, phase: 'preface', counter: [], entries: [], notes: [] }
  const organAt =
    span.type === 'report' || span.organ === null ? -1 : paragraphs.findIndex(({ at }) => at === span.organ)
  const followers = followersOf(paragraphs)
  paragraphs.forEach(({ block, at }, index) => {
    if (block.kind === 'table') table(reading, block)
    else if (span.type === 'report') reportParagraph(reading, block, at, span)
    else if (span.form === 'statement' && statement(reading, block, at, span, phrases)) return
    else if (index <= organAt && reading.phase === 'preface')
      preface(reading, block, at, span, index === organAt, phrases)
    else paragraph(reading, block, followers[index] ?? null, phrases, organAt < 0)
  })
  const { entries, notes } = withSections(numberedAlone(reading.entries))
  return { entries, notes: [...reading.notes, ...notes] }
}

/** A single operative paragraph is not numbered (`field.md` 1.1) and is cited as paragraph 1. */
function numberedAlone(entries: readonly Entry[]): readonly Entry[] {
  const operative = entries.filter(({ kind }) => kind === 'operative')
  const only = operative.length === 1 && operative[0]!.path === null ? operative[0] : null
  return only ? entries.map((one) => (one === only ? { ...one, path: '1' } : one)) : entries
}

function table(reading: Reading, block: TableBlock): void {
  const last = reading.entries.at(-1)
  const captioned = last?.kind === 'heading' && last.block.kind === 'paragraph' ? last.block : null
  if (captioned) reading.entries.pop()
  reading.entries.push(entry('table', block, { caption: captioned }))
}

/** Lead paragraphs of a report are numbered text that introduces units; they are never asked of anybody. */
function reportParagraph(reading: Reading, block: ParagraphBlock, at: number, span: UnitSpan): void {
  const kind =
    at === span.titleLine || (reading.entries.length === 1 && span.head !== null)
      ? 'title'
      : at === span.head
        ? 'heading'
        : 'frontmatter'
  reading.entries.push(entry(kind, block, { path: kind === 'frontmatter' ? (block.numbering?.sign ?? null) : null }))
}

function preface(
  reading: Reading,
  block: ParagraphBlock,
  at: number,
  span: UnitSpan,
  isOrgan: boolean,
  phrases: Phrases,
): void {
  if (isOrgan) {
    reading.phase = 'preamble'
    reading.entries.push(entry('organ', block, { opening: null }))
    return
  }
  const title =
    at === span.titleLine || (span.head !== null && at > span.head && !some(phrases.conclusions, block.text))
  reading.entries.push(entry(at === span.head ? 'heading' : title ? 'title' : 'frontmatter', block))
}

/**
 * What a statement has of its own: its masthead, and paragraphs in quotes that start with the organ or its verb. False
 * for the rest, which is read as in a resolution.
 */
function statement(reading: Reading, block: ParagraphBlock, at: number, span: UnitSpan, phrases: Phrases): boolean {
  const { text, numbering } = block
  const said = unquoted(text)
  const begins = reading.phase === 'preface' && reading.entries.at(-1)
  const chapeau = begins && begins.block.kind === 'paragraph' && listEnd.test(begins.block.text.slice(-8))
  const organ = reading.phase === 'preface' ? organIn(said, phrases)?.organ : undefined
  if (organ !== undefined && said.length <= organ.length + 2) {
    reading.phase = 'preamble'
    reading.entries.push(entry('organ', block))
    return true
  }
  const speaker = numbering ? null : speakerIn(text, phrases)
  const opening =
    speaker?.opening ?? (numbering ? null : openingOf(said, phrases.openings, { prefer: 'operative', known: true }))
  const speaks = opening?.part === 'operative' && (speaker !== null || chapeau || reading.spoken > 0)
  // in the masthead, a name without a verb speaks only in quotes: "Security Council" is a line of it
  if (speaks || (speaker !== null && (reading.spoken > 0 || said !== text))) {
    reading.phase = 'body'
    reading.spoken++
    const how = speaks ? opening : null
    reading.entries.push(entry('operative', block, { level: 1, path: String(reading.spoken), opening: how }))
    return true
  }
  if (reading.phase !== 'preface') return false
  reading.entries.push(entry(at === span.titleLine ? 'title' : 'frontmatter', block))
  return true
}

function paragraph(
  reading: Reading,
  block: ParagraphBlock,
  follower: Numbering | null,
  phrases: Phrases,
  loose: boolean,
): void {
  const { text, numbering } = block
  if (reading.phase === 'annex') {
    reading.entries.push(entry('annex', block, { level: !numbering && some(phrases.annexes, text) ? 1 : 0 }))
    return
  }
  // without a number, a recital ends with a comma and the only operative paragraph with a full stop
  const prefer = numbering || reading.phase === 'body' || /[.。]$/.test(text.slice(-1)) ? 'operative' : 'preambular'
  const opening = openingOf(text, phrases.openings, { prefer, setsAgain: reading.setsAgain })
  if (reading.phase === 'preface' && loose && !opening && !numbering) {
    reading.entries.push(entry('frontmatter', block))
    return
  }
  if (reading.phase === 'preface') reading.phase = 'preamble'
  if (!numbering && some(phrases.annexes, text) && reading.phase !== 'preamble') {
    reading.phase = 'annex'
    reading.entries.push(entry('annex', block, { level: 1 }))
    return
  }
  if (!numbering && reading.phase !== 'preamble' && some(phrases.conclusions, text)) {
    reading.phase = 'conclusions'
    reading.entries.push(entry('backmatter', block))
    return
  }
  if ((reading.phase === 'preamble' || reading.phase === 'body') && sectionNumber(block) !== null) {
    reading.counter = []
    reading.entries.push(entry('heading', block))
    return
  }
  switch (reading.phase) {
    case 'preamble':
      preamble(reading, block, opening, follower, phrases)
      return
    case 'body':
      body(reading, block, opening, follower, phrases)
      return
    case 'agenda':
      agenda(reading, block, follower, phrases)
      return
    default:
      reading.entries.push(entry('backmatter', block))
  }
}

function preamble(
  reading: Reading,
  block: ParagraphBlock,
  opening: Opening | null,
  follower: Numbering | null,
  phrases: Phrases,
): void {
  const { numbering, text } = block
  const last = reading.entries.at(-1)
  const chapeau = last?.kind === 'organ' && last.block.kind === 'paragraph' && listEnd.test(last.block.text.slice(-8))
  if (numbering && (chapeau || numbering.readings.some(({ series }) => series === 'arabic'))) {
    reading.phase = 'body'
    body(reading, block, opening, follower, phrases)
    return
  }
  const recital = recitalEnd.test(text.slice(-8)) && follower?.readings.some(({ series }) => series === 'arabic')
  if (!numbering && opening?.part === 'operative' && !recital) {
    reading.phase = 'body'
    body(reading, block, opening, follower, phrases)
    return
  }
  if (!numbering && !sentenceEnd.test(text.slice(-8)) && text.length < 200) {
    reading.entries.push(entry('heading', block))
    return
  }
  reading.entries.push(entry('preambular', block, { opening, level: numbering ? 2 : 1 }))
}

/** Whether a number starts an agenda: `1.` among lettered paragraphs, or again after numbered ones, where the text before speaks of one. */
function startsAgenda(reading: Reading, numbering: Numbering, phrases: Phrases): boolean {
  if (numbering.style !== 'stop' || numbering.sign !== '1') return false
  const before = reading.entries.slice(-2)
  return before.some(
    ({ block }) =>
      block.kind === 'paragraph' && phrases.agendas.some(({ pattern }) => pattern.test(block.text.slice(-400))),
  )
}

function body(
  reading: Reading,
  block: ParagraphBlock,
  opening: Opening | null,
  follower: Numbering | null,
  phrases: Phrases,
): void {
  const { numbering, text } = block
  if (numbering && startsAgenda(reading, numbering, phrases)) {
    reading.phase = 'agenda'
    reading.counter = []
    agenda(reading, block, follower, phrases)
    return
  }
  if (numbering) {
    const last = reading.entries.at(-1)
    const opens = last?.block.kind === 'paragraph' && listEnd.test(last.block.text.slice(-8))
    const counted = count(reading.counter, numbering, follower, opens)
    reading.counter = counted.counter
    if (counted.jumped)
      reading.notes.push({
        code: 'number-jumped',
        severity: 'info',
        place: block.place,
        facts: { number: numbering.printed },
      })
    const { path } = counted
    reading.entries.push(
      entry(counted.level > 1 ? 'subparagraph' : 'operative', block, {
        level: counted.level,
        path,
        opening: performative(text, opening, phrases),
      }),
    )
    return
  }
  const known = opening !== null && opening.part === 'operative' && !opening.by.endsWith('.any')
  if (!sentenceEnd.test(text.slice(-8)) && !known) reading.entries.push(entry('heading', block))
  else if (opening?.part === 'preambular' && recitalEnd.test(text.slice(-8)))
    reading.entries.push(entry('preambular', block, { opening, level: 1 }))
  else reading.entries.push(entry('operative', block, { opening, level: 1 }))
}

/**
 * The verb that decides in a paragraph which opens with a participle ("Recalling its decision 2010/243, decides that
 * ..."): the first finite verb after a comma. A participle without one opens nothing operative.
 */
function performative(text: string, opening: Opening | null, phrases: Phrases): Opening | null {
  if (opening?.part !== 'preambular') return opening
  for (
    let comma = text.indexOf(', '), tried = 0;
    comma >= 0 && tried < 40;
    comma = text.indexOf(', ', comma + 2), tried++
  ) {
    const rest = text.slice(comma + 2, comma + 202)
    const found = openingOf(rest, phrases.openings, { known: true })
    if (found?.part === 'operative') return found
  }
  return null
}

function agenda(reading: Reading, block: ParagraphBlock, follower: Numbering | null, phrases: Phrases): void {
  const { numbering, text } = block
  if (numbering) {
    const counted = count(reading.counter, numbering, follower, false)
    reading.counter = counted.counter
    reading.entries.push(entry('agenda', block, { level: counted.level, path: counted.path }))
  } else if (some(phrases.agendaHeadings, text)) reading.entries.push(entry('heading', block))
  else reading.entries.push(entry('agenda', block, { level: reading.counter.length + 1 }))
}
