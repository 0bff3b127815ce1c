import { directionOf } from '#platform/i18n'
import { documentAddress, pathInWords, placeOf } from './citation.ts'
import { dateInWords } from './dates.ts'
import { countWords } from './limits.ts'
import type { LinkedWords, Report, ReportEntry, Reported, UndatedEntry } from './report.ts'
import { type Block, type Inline, type Line, link, quote, type Sheet, text, textOf } from './sheet.ts'
import { chapterBlocks, repliesBlocks } from './submitted.ts'
import type { Words } from './words.ts'

/**
 * Lays a report out as a sheet of the United Nations (`field.md` sections 1.1 and 10): masthead, body, session, title,
 * boxed unnumbered summary, numbered paragraphs, table in the form of E/CN.7/2008/CRP.13, annexes. Pure.
 */
export function layOut(report: Report, words: Words): Sheet {
  const notes = footnotesOf(report, words)
  return {
    language: report.language,
    direction: directionOf(report.language),
    masthead: {
      organisation: words('reports.masthead.organisation'),
      organ: report.masthead.organ,
      lines: [
        report.masthead.symbol ?? words('reports.masthead.symbol'),
        words('reports.masthead.distribution', { distribution: report.masthead.distribution }),
        report.masthead.date,
        words('reports.masthead.original', { language: report.masthead.originalLanguage }),
      ],
    },
    place: [
      ...(report.bodyName === report.masthead.organ ? [] : [report.bodyName]),
      report.sessionLine,
      report.placeAndDates,
      ...(report.agendaLine === null ? [] : [report.agendaLine]),
    ],
    title: report.title,
    genre: report.genre,
    blocks: [
      { kind: 'box', title: words('reports.summary.heading'), paragraphs: summaryLines(report) },
      heading(null, words('reports.action.heading')),
      ...report.actionRequired.map((sentence): Block => ({ kind: 'paragraph', line: [text(sentence)] })),
      ...introduction(report, words),
      ...entries(report, notes.marks, words),
      ...overview(report, words),
      ...chapterBlocks(report.submissions, chapterNumber(report), words),
      ...undated(report, words),
      ...sources(report, words),
      ...repliesBlocks(report.submissions, words),
    ],
    footnotes: notes.lines,
    page: words('reports.footer.page'),
  }
}

/** Words of the sheet, headings, footnotes, table and annexes included; the masthead is not counted. */
export function wordsOnSheet(report: Report, words: Words): number {
  return textOf(layOut(report, words)).reduce((sum, paragraph) => sum + countWords(paragraph), 0)
}

const heading = (number: string | null, value: string, level: 1 | 2 = 1): Block => ({
  kind: 'heading',
  level,
  number,
  text: value,
})

/** Of the chapter on submissions, which follows introduction, entries and their table as far as there are any. */
const chapterNumber = ({ introduction, entries }: Report): string =>
  entries.length > 0 ? 'IV' : introduction.length > 0 ? 'II' : 'I'

function summaryLines({ summary, pursuantTo, figures }: Report): Line[] {
  const targets = pursuantTo === null ? figures : [pursuantTo, ...figures]
  return summary.map((sentence) => targets.reduce<Line>(withLink, [text(sentence)]))
}

/** Makes a link of the first place in a line where the words stand. */
function withLink(line: Line, { words, address }: LinkedWords): Line {
  const index = line.findIndex((inline) => inline.kind === 'text' && inline.text.includes(words))
  const found = line[index]
  if (found?.kind !== 'text') return line
  const [before = ''] = found.text.split(words)
  const after = found.text.slice(before.length + words.length)
  return [...line.slice(0, index), text(before), link(words, address), text(after), ...line.slice(index + 1)]
}

function introduction(report: Report, words: Words): Block[] {
  if (report.introduction.length === 0) return []
  return [
    heading('I', words('reports.introduction.heading')),
    ...report.introduction.map((line, index): Block => ({ kind: 'numbered', number: index + 1, line: [text(line)] })),
  ]
}

const unitKey = (place: { readonly document: string; readonly unit: string }): string =>
  `${place.document} ${place.unit}`

/** One footnote for each text, at its first entry: a source is cited once (Editorial Manual, footnotes, new practice). */
function footnotesOf(report: Report, words: Words): { marks: ReadonlyMap<number, number>; lines: readonly Line[] } {
  const first = new Map<string, ReportEntry>()
  for (const entry of report.entries) if (!first.has(unitKey(entry))) first.set(unitKey(entry), entry)
  const cited = [...first.values()]
  return {
    marks: new Map(cited.map((entry, index) => [entry.number, index + 1])),
    lines: cited.map((entry): Line => {
      const place = placeOf(entry.document, entry.unit, words).place ?? entry.document
      return [
        link(place, documentAddress(entry.document)),
        text(
          entry.adopted === null
            ? '.'
            : words('reports.entries.adopted', { date: dateInWords(entry.adopted, words.language) }),
        ),
      ]
    }),
  }
}

function entries(report: Report, marks: ReadonlyMap<number, number>, words: Words): Block[] {
  if (report.entries.length === 0) return []
  let unit = ''
  return [
    heading('II', words('reports.entries.heading')),
    ...report.entries.flatMap((entry): Block[] => {
      const same = unitKey(entry) === unit
      unit = unitKey(entry)
      return [
        ...(same ? [] : [unitHeading(entry, words)]),
        ...entryBlocks(entry, marks.get(entry.number) ?? null, words),
      ]
    }),
  ]
}

function unitHeading({ document, unit, unitTitle }: ReportEntry, words: Words): Block {
  const { name } = placeOf(document, unit, words)
  return heading(null, unitTitle === null ? name : words('reports.entries.unit', { name, title: unitTitle }), 2)
}

function entryBlocks(entry: ReportEntry, mark: number | null, words: Words): Block[] {
  const quoted = [...entry.context, entry.text].join(' … ')
  const citation: Inline[] = [
    link(words('reports.entries.paragraph', { path: pathInWords(entry.path) }), entry.address),
  ]
  if (mark !== null) citation.push({ kind: 'note', mark })
  const listed = (items: readonly Inline[]): Line => {
    if (items.length === 0) return [text(words('reports.entries.none'))]
    return items.flatMap((item, index) => (index === 0 ? [item] : [text(words('reports.separator')), item]))
  }
  const field = (id: string, value: Line) => ({ label: words(`reports.entries.${id}`), value })
  return [
    {
      kind: 'numbered',
      number: entry.number,
      line: [...citation, text(words('reports.entries.colon')), quoteOf(quoted, words)],
    },
    {
      kind: 'fields',
      fields: [
        field('addressee', listed(entry.addressees.map(text))),
        field('to-whom', listed(entry.toWhom.map(text))),
        field('conditions', listed(entry.conditions.map((condition) => quoteOf(condition, words)))),
        field('due', [text(entry.due)]),
        field('status', [link(entry.status, entry.statusAddress)]),
        ...(entry.calls.length === 0
          ? []
          : [field('calls', listed(entry.calls.map((call) => link(call.words, call.address))))]),
      ],
    },
    ...reportedBlock(entry, words),
    ...(entry.remark === null ? [] : [{ kind: 'paragraph' as const, line: [text(entry.remark)] }]),
  ]
}

/** What each actor reported, in its own words and language, with its evidence. */
function reportedBlock(entry: ReportEntry, words: Words): Block[] {
  const items = entry.duties.flatMap(({ reported }) => reported.map((one) => reportedLine(one, words)))
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

function reportedLine(said: Reported, words: Words): Line {
  const date = dateInWords(said.asOf, words.language)
  const status = words(`reports.status.${said.status}`)
  const evidence = said.evidence.flatMap((one, index): Inline[] => [
    text(words(index === 0 ? 'reports.reported.evidence' : 'reports.comma')),
    link(one.url === null ? one.title : words('reports.reported.web', { title: one.title, url: one.url }), one.address),
  ])
  return [
    link(said.actorName, said.address),
    text(words(said.onBehalf ? 'reports.reported.said-through-office' : 'reports.reported.said', { date, status })),
    quote(said.narrative, said.language),
    ...(said.reason === null ? [] : [text(words('reports.reported.reason')), quote(said.reason, said.language)]),
    ...evidence,
  ]
}

/** A paragraph in quotation marks. The register holds texts in English. */
function quoteOf(value: string, words: Words): Inline {
  return quote(words('reports.entries.quote', { text: value }), 'en')
}

function overview(report: Report, words: Words): Block[] {
  if (report.entries.length === 0) return []
  const columns = ['resolution', 'paragraph', 'action', 'implementation', 'resources'] as const
  return [
    heading('III', words('reports.table.heading')),
    {
      kind: 'table',
      caption: words('reports.table.caption'),
      head: columns.map((column) => words(`reports.table.${column}`)),
      widths: [17, 9, 42, 15, 17],
      rows: report.entries.map((entry) => [
        [text(placeOf(entry.document, entry.unit, words).name)],
        [link(pathInWords(entry.path), entry.address)],
        [text(entry.actionRequired)],
        [text(entry.status)],
        [text(entry.resources ?? words('reports.resources.none'))],
      ]),
    },
  ]
}

function undated(report: Report, words: Words): Block[] {
  if (report.sources.length === 0) return []
  const title = heading(null, words('reports.undated.heading'))
  if (report.undated.length === 0) return [title, { kind: 'paragraph', line: [text(words('reports.undated.none'))] }]
  const byReason = Map.groupBy(report.undated, (entry) => entry.reason)
  return [
    title,
    { kind: 'paragraph', line: [text(words('reports.undated.explanation'))] },
    ...[...byReason].flatMap(([code, group]): Block[] => [
      heading(
        null,
        words('reports.undated.group', { reason: words(`reports.undated.reason.${code}`), count: group.length }),
        2,
      ),
      { kind: 'list', items: [...Map.groupBy(group, unitKey).values()].map((unit) => unitLine(unit, words)) },
    ]),
  ]
}

/** "Resolution 20/1: paras. 2, 3, 21 (c)", each paragraph a link; several duties of one paragraph are named once. */
function unitLine(group: readonly UndatedEntry[], words: Words): Line {
  const byMandate = [...new Map(group.map((entry) => [entry.mandate, entry])).values()]
  const { document, unit: id } = group[0]!
  const { name, place } = placeOf(document, id, words)
  const unit = place === null ? name : words('reports.undated.unit', { name, document })
  const links = byMandate.flatMap((entry, index): Inline[] => [
    ...(index === 0 ? [] : [text(words('reports.comma'))]),
    link(pathInWords(entry.path), entry.address),
  ])
  return [text(words('reports.undated.line', { unit, count: byMandate.length })), ...links]
}

function sources(report: Report, words: Words): Block[] {
  const items = report.sources.map(({ document, title, version, sha256 }): Line => {
    const rest = title === '' || title === document ? 'reports.sources.version' : 'reports.sources.titled'
    return [link(document, documentAddress(document)), text(words(rest, { title, version, sha256 }))]
  })
  const { count, limit } = report.words
  return [
    heading(null, words('reports.sources.heading')),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
    ...(report.edits.length > 0
      ? [{ kind: 'paragraph' as const, line: [text(words('reports.sources.edited', { count: report.edits.length }))] }]
      : []),
    { kind: 'paragraph', line: [text(words('reports.sources.length', { count, limit }))] },
  ]
}
