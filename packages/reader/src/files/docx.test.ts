import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxView } from './docx.ts'
import { counted } from './docx-numbering.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file of its bare parts, for what no program that writes Word offers. */
function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const relation = (name: string, target: string) =>
    `<Relationship Id="${name}" Type="${type}/${name}" Target="${target}"/>`
  const relations = (inner: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    )
  const named = Object.entries(parts).map(([name, inner]) => [
    `word/${name}.xml`,
    strToU8(`<w:${name} ${w}>${inner}</w:${name}>`),
  ])
  return zipSync({
    '_rels/.rels': relations(relation('officeDocument', '/word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      Object.keys(parts)
        .map((name) => relation(name, `${name}.xml`))
        .join(''),
    ),
    'word/document.xml': strToU8(`<w:document ${w} ${mc}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(named),
  })
}

const p = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const listed = (text: string, list: number, level = 0) =>
  p(r(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

function linesOf(bytes: Uint8Array) {
  const view = docxView(bytes)
  if ('refusal' in view) throw new Error(JSON.stringify(view))
  return { lines: view.text.split('\n').filter(Boolean), notes: view.notes }
}

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'lowerRoman', '(%3)')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>`

test('numbers as Word counts them: levels, new starts, lists that go on in another, legal numbers', () => {
  const body = [
    listed('a', 1),
    listed('b', 1, 1),
    listed('c', 1, 2),
    listed('d', 1, 2),
    listed('e', 1, 1),
    listed('f', 1),
    listed('g', 1, 1),
    listed('h', 4),
    listed('i', 3),
    listed('j', 3),
    listed('k', 2),
    listed('l', 2, 1),
    listed('m', 2),
    listed('n', 2, 1),
    listed('o', 2, 2),
  ].join('')
  expect(linesOf(word(body, { numbering })).lines).toEqual([
    '1. a',
    '(a) b',
    '(i) c',
    '(ii) d',
    '(b) e',
    '2. f',
    '(a) g',
    '3. h',
    '7. i',
    '8. j',
    'I. k',
    '1. l',
    'II. m',
    '2. n',
    '2.2.1 o',
  ])
})

test('a style gives a list and a level; a paragraph may leave it', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="Op"><w:name w:val="Op"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Op2"><w:name w:val="Op2"/><w:basedOn w:val="Op"/><w:rPr><w:i/></w:rPr></w:style>`
  const styled = (text: string, style: string, more = '') => p(r(text), `<w:pStyle w:val="${style}"/>${more}`)
  const off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
  expect(
    linesOf(word(styled('a', 'Op') + styled('b', 'Op2') + styled('c', 'Op', off), { numbering, styles })).lines,
  ).toEqual(['1. a', '2. <i>b</i>', 'c'])
})

test.each([
  ['lowerLetter', 28, 'bb'],
  ['upperRoman', 49, 'XLIX'],
  ['russianLower', 4, 'г'],
  ['arabicAbjad', 3, 'ج'],
  ['hindiNumbers', 12, '١٢'],
  ['chineseCounting', 21, '二十一'],
  ['decimalZero', 3, '03'],
  ['somethingNew', 5, '5'],
])('%s of %i is %s', (format, number, printed) => {
  expect(counted(number, format)).toBe(printed)
})

const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
test('fields and links show what they show; hyphens, tabs, hidden letters, symbols', () => {
  const body =
    p(
      `${field('begin')}<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>${field('separate')}${r('shown')}${field('end')}${r(' after')}`,
    ) +
    p(`${field('begin')}${r('never shown')}`) +
    p(
      `<w:hyperlink>${r('A/RES/1')}</w:hyperlink><w:r><w:noBreakHyphen/><w:t>x</w:t><w:softHyphen/><w:t>y</w:t></w:r>`,
    ) +
    p(
      `<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>${r('seen')}<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>`,
    )
  expect(linesOf(word(body)).lines).toEqual(['shown after', 'A/RES/1\u2011xy', 'seen•'])
})

const ref = (kind: string, id: number, more = '') => `<w:r><w:${kind}Reference w:id="${id}"/>${more}</w:r>`
const noteOf = (kind: string, id: number, text: string) =>
  `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}`)}</w:${kind}>`
test('footnotes, a mark of the author, and endnotes counted on', () => {
  const custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
  const body = p(`${r('a')}${ref('footnote', 2)}${r('b')}${custom}${r('c')}${ref('endnote', 1)}${ref('footnote', 2)}`)
  const footnotes = noteOf('footnote', 2, 'first') + noteOf('footnote', 3, 'starred')
  expect(linesOf(word(body, { footnotes, endnotes: noteOf('endnote', 1, 'last') })).lines).toEqual([
    'a<sup>1</sup>b<sup>*</sup>c<sup>2</sup><sup>1</sup>',
    '<sup>1</sup> first',
    '<sup>*</sup> starred',
    '<sup>2</sup> last',
  ])
})

test('tracked changes, a paragraph whose end was deleted, and a text box', () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p(r('in a box'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>${r('twice')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const body =
    p(r('one'), '<w:rPr><w:del w:author="A"/></w:rPr>') +
    p(
      `<w:del w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:author="B">${r(' two')}</w:ins>${box}`,
    )
  const { lines, notes } = linesOf(word(body))
  expect(lines).toEqual(['one two'])
  expect(notes.map(({ code, facts }) => [code, facts.text])).toEqual([
    ['deletion-left-out', 'gone'],
    ['insertion-kept', 'two'],
    ['text-box-left-out', 'in a box'],
  ])
})

const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`
test('a table with merged cells is a table; a masthead set in one is lines', () => {
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const merged = `<w:tbl>${row(cell('a|b', '<w:gridSpan w:val="2"/>'), cell('c', '<w:vMerge w:val="restart"/>'))}${row(cell('d'), cell('e'), cell('f', '<w:vMerge/>'))}</w:tbl>`
  const masthead = `<w:tbl>${row(cell('United Nations'), cell('A/RES/85/1'))}${row(cell('General Assembly'), cell('Distr.: General'))}</w:tbl>`
  expect(linesOf(word(masthead + p(r('x')) + merged)).lines).toEqual([
    'United Nations',
    'A/RES/85/1',
    'General Assembly',
    'Distr.: General',
    'x',
    '| a&#124;b |  | c |',
    '| d | e |  |',
  ])
})
