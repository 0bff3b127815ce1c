import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toAkn } from '../akn/to-akn.ts'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import { parseXml, readAkomaNtoso } from './akoma-ntoso.ts'
import { deepestXml } from './xml.ts'

const namespace = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'

/** A resolution in the markup the United Nations publish: cover page, containers, footnotes, a list, meeting and date. */
const published = `<?xml version="1.0" encoding="utf-8"?>
<akomaNtoso ${namespace} xmlns:akn4un="http://un.org/akn4un">
  <statement name="resolution">
    <meta>
      <identification source="#DGACM"><FRBRExpression><FRBRlanguage language="eng"></FRBRlanguage></FRBRExpression></identification>
      <presentation source="#un"><akn4un:footer><docketNumber>12-34567 (E)</docketNumber></akn4un:footer></presentation>
    </meta>
    <coverPage eId="coverPage_1">
      <p><span class="upperLeft"><docAuthority refersTo="#publisher">United Nations</docAuthority></span></p>
      <p class="upperRight"><docNumber refersTo="#symbol">E/RES/2012/99</docNumber></p>
      <p><event refersTo="#session"><date date="2012-07-02">2 July</date> <date date="2012-07-27">27 July 2012</date></event></p>
    </coverPage>
    <preface><p><docNumber>2012/99.</docNumber> <docTitle><span class="bold">	On  cooperation</span></docTitle></p></preface>
    <preamble>
      <formula name="enactingFormula"><p xml:space="preserve">
        <span class="italic">The Economic and Social Council</span>,</p></formula>
      <container name="Recalling"><p xml:space="preserve">	<span class="italic">Recalling </span>its resolution 2011/1,<authorialNote marker="1" placement="bottom"><p>	See <a href="https://undocs.org/en/E/2012/1">E/2012/1</a>.</p></authorialNote></p></container>
    </preamble>
    <mainBody>
      <paragraph><num>1.</num><list><intro><p xml:space="preserve">	<span class="italic">Requests</span> the Secretary-General:</p></intro>
        <point><num>(a)</num><content><p>	To report;</p></content></point>
        <point><num>(b)</num><content><p>	To act;</p></content></point></list></paragraph>
      <paragraph class="H23"><subheading>	Follow-up</subheading></paragraph>
      <paragraph><num>2.</num><content><p>	<span class="italic">Decides</span> to consider the matter.</p></content></paragraph>
    </mainBody>
    <conclusions><p><event><location>46th plenary meeting</location><eol /><docDate date="2012-07-26">26 July 2012</docDate></event></p></conclusions>
    <attachments><attachment><doc name="annex"><meta></meta><mainBody>
      <paragraph><heading>Annex</heading></paragraph>
      <paragraph><content><p>1.	A rule.</p></content></paragraph>
    </mainBody></doc></attachment></attachments>
  </statement>
</akomaNtoso>`

function read(text: string) {
  const found = readAkomaNtoso(text, { source: 'a.xml' })
  if ('refusal' in found) throw new Error(found.refusal.code)
  return found.tree
}

test('a published resolution is read as its markup says', () => {
  const tree = read(published)
  const [unit, ...others] = outlineOf(tree).units
  expect(others).toEqual([])
  expect(tree).toMatchObject({ source: 'a.xml', language: 'en', notes: [] })
  expect(unit).toMatchObject({
    id: 'E/RES/2012/99',
    type: 'resolution',
    number: '2012/99',
    title: 'On cooperation',
    organ: 'The Economic and Social Council',
    adopted: { date: '2012-07-26' },
    footnotes: [{ mark: '1', text: 'See E/2012/1.' }],
  })
  expect(unit?.items.map(({ kind, path, text }) => [kind, path, text])).toEqual([
    ['frontmatter', null, 'United Nations'],
    ['frontmatter', null, 'E/RES/2012/99'],
    ['frontmatter', null, '2 July'],
    ['frontmatter', null, '27 July 2012'],
    ['title', null, '2012/99. On cooperation'],
    ['organ', null, 'The Economic and Social Council,'],
    ['preambular', null, 'Recalling its resolution 2011/1,'],
    ['operative', '1', 'Requests the Secretary-General:'],
    ['subparagraph', '1(a)', 'To report;'],
    ['subparagraph', '1(b)', 'To act;'],
    ['heading', null, 'Follow-up'],
    ['operative', '2', 'Decides to consider the matter.'],
    ['backmatter', null, '46th plenary meeting'],
    ['backmatter', null, '26 July 2012'],
    ['annex', null, 'Annex'],
    ['annex', 'annex/1', 'A rule.'],
    ['footnote', null, 'See E/2012/1.'],
  ])
  expect(tree.units[0]?.preamble[1]).toMatchObject({
    type: 'recital',
    anchors: [{ mark: '1', at: 32 }],
    emphasis: [{ as: 'italic', start: 0, end: 10 }],
  })
})

test('what was read from a published file comes back from our own as the same tree', () => {
  const tree = read(published)
  expect(readAkomaNtoso(toAkn(tree))).toEqual({ tree })
})

test('where the markup and the rules of reading differ, the markup wins and a note says so', () => {
  const body = '<paragraph><num>1.</num><content><p>Decides.</p></content></paragraph>'
  const tree = read(`<akomaNtoso ${namespace}><statement name="resolution">
    <preamble><formula name="f"><p>The Council,</p></formula></preamble><mainBody>${body}</mainBody>
    <conclusions><p>10th meeting</p><p>In favour: Chile</p><p>2. Norway.</p></conclusions></statement></akomaNtoso>`)
  expect(tree.units[0]?.conclusions.map((node) => node.type === 'p' && node.text)).toContain('Norway.')
  const marked = read(`<akomaNtoso ${namespace}><statement name="resolution">
    <preamble><formula name="f"><p>The Council,</p></formula><container name="c"><p>1. Aware of it,</p></container></preamble>
    <mainBody>${body}</mainBody></statement></akomaNtoso>`)
  expect(marked.notes).toContainEqual({
    code: 'markup-differs',
    severity: 'info',
    place: { line: 2, start: 13, end: 28 },
    facts: { read: 'operative', marked: 'preambular' },
  })
  expect(marked.units[0]?.preamble.map(({ type }) => type)).toEqual(['formula', 'recital'])
})

test('documents of other kinds lose no word', () => {
  const tree = read(`<akomaNtoso ${namespace}><act name="law"><meta/><body><section><num>I</num><heading>Rules</heading>
    <article><num>1.</num><content><p>One <b>rule</b>.</p><table><tr><th><p>a</p></th><td>b</td></tr></table></content></article>
    </section></body></act></akomaNtoso>`)
  const words = JSON.stringify(outlineOf(tree).units)
  for (const word of ['Rules', 'One rule.', '"a","b"']) expect(words).toContain(word)
})

const hostile: readonly (readonly [string, string, object])[] = [
  [
    'entities that multiply',
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><akomaNtoso>&b;</akomaNtoso>',
    { code: 'doctype' },
  ],
  [
    'a file of the machine',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso>&x;</akomaNtoso>',
    { code: 'doctype' },
  ],
  ['a document type from elsewhere', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><akomaNtoso/>', { code: 'doctype' }],
  ['an entity nobody declared', '<akomaNtoso>&xxe;</akomaNtoso>', { code: 'damaged', form: 'xml' }],
  ['depth without end', `<akomaNtoso>${'<p>'.repeat(100_000)}`, { code: 'too-deep', limit: deepestXml }],
  ['a torn file', published.slice(0, 2000), { code: 'damaged', form: 'xml' }],
  ['two roots', '<akomaNtoso/><akomaNtoso/>', { code: 'damaged', form: 'xml' }],
  ['a prefix nobody declared', '<akomaNtoso a:b="c"/>', { code: 'damaged', form: 'xml' }],
  ['nothing', '', { code: 'damaged', form: 'xml' }],
  ['a page', '<html><body/></html>', { code: 'foreign', form: 'xml', root: 'html' }],
  ['a root without a document', `<akomaNtoso ${namespace}/>`, { code: 'foreign', form: 'xml', root: 'akomaNtoso' }],
]

test.each(hostile)('%s is refused', (_, text, refusal) => {
  expect(readAkomaNtoso(text)).toMatchObject({ refusal })
})

test('names that mean something to the language of the program are names like any others', () => {
  const parsed = parseXml('<akomaNtoso __proto__="x" constructor="y"><toString/></akomaNtoso>')
  expect('root' in parsed && Object.keys(parsed.root.attributes)).toEqual(['constructor'])
  expect('tree' in readAkomaNtoso('<akomaNtoso><constructor><p>Text.</p></constructor></akomaNtoso>')).toBe(true)
})

test('our own files with any piece changed give a tree or a refusal, never more', () => {
  const own = toAkn(readText(readFileSync(new URL('../../../../samples/E-RES-2012-19.txt', import.meta.url), 'utf8')))
  const change = fc.record({
    at: fc.nat(own.length),
    cut: fc.nat(60),
    put: fc.constantFrom('', '<p>', '</p>', '<a/>', '"', ' rs:level="x"', 'rs:place="', '<item>', '&lt;', '9', ']]>'),
  })
  fc.assert(
    fc.property(
      fc.oneof(fc.constant(own), fc.constant(published)),
      fc.array(change, { maxLength: 4 }),
      (text, changes) => {
        const changed = changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text)
        const found = readAkomaNtoso(changed)
        if ('tree' in found) expect(readAkomaNtoso(toAkn(found.tree))).toHaveProperty('tree')
      },
    ),
    { seed: 20110411, numRuns: 300 },
  )
})
