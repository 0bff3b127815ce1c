import { strFromU8, strToU8 } from 'fflate'
import { type Damaged, edited, packed, partsOf } from './damaged.ts'

const main = 'word/document.xml'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const wide = (length: number) => 'word '.repeat(length)

/** The row whose code is shown so, and the cells of a row. */
function rowOf(xml: string, code: string): string {
  const at = xml.indexOf(`>[${code}]<`)
  const start = xml.lastIndexOf('<w:tr>', at)
  return xml.slice(start, xml.indexOf('</w:tr>', at) + '</w:tr>'.length)
}
const cellsOf = (row: string): readonly string[] => row.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? []
const tableOf = (xml: string, code: string): string => {
  const at = xml.indexOf(`>[${code}]<`)
  return xml.slice(xml.lastIndexOf('<w:tbl>', at), xml.indexOf('</w:tbl>', at) + '</w:tbl>'.length)
}
const inRow = (xml: string, code: string, change: (row: string) => string) => {
  const row = rowOf(xml, code)
  return xml.replace(row, () => change(row))
}
/** Other words in the cell of a row, counted from the code. */
const filled = (xml: string, code: string, at: number, words: string) =>
  inRow(xml, code, (row) => {
    const cell = cellsOf(row)[at]!
    return row.replace(cell, () =>
      cell.replace(/<w:p>[\s\S]*<\/w:p>/, () => (words.startsWith('<') ? words : paragraph(words))),
    )
  })
const withoutTags = (xml: string) => xml.replace(/<w:sdt>[\s\S]*?<w:sdtContent>|<\/w:sdtContent><\/w:sdt>/g, '')
const withoutBookmarks = (xml: string) => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
const withoutCode = (xml: string, code: string) => inRow(xml, code, (row) => row.replace(`[${code}]`, ''))

/** Word files that somebody edited in ways nobody meant. `good` is the sample form with its answers. */
export function damagedDocx(good: Uint8Array): readonly Damaged[] {
  const made = (
    name: string,
    change: (xml: string) => string,
    more: Omit<Damaged, 'name' | 'bytes'> = {},
  ): Damaged => ({
    name: `docx ${name}`,
    bytes: edited(good, main, change),
    ...more,
  })
  const added = (
    name: string,
    parts: Record<string, string | Uint8Array>,
    more: Omit<Damaged, 'name' | 'bytes'> = {},
  ): Damaged => ({
    name: `docx ${name}`,
    bytes: packed({
      ...partsOf(good),
      ...Object.fromEntries(
        Object.entries(parts).map(([part, text]) => [part, typeof text === 'string' ? strToU8(text) : text]),
      ),
    }),
    ...more,
  })
  const body = (xml: string, more: string) => xml.replace('<w:sectPr', () => `${more}<w:sectPr`)
  const parts = partsOf(good)
  const rels = strFromU8(parts['word/_rels/document.xml.rels']!)
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const noted = (root: string, item: string) =>
    `<w:${root} ${w}><w:${item} w:id="5">${paragraph('Said in the margin')}</w:${item}></w:${root}>`
  return [
    made('without content controls', withoutTags),
    made('without bookmarks', withoutBookmarks),
    made('without controls and bookmarks, as another program saves it', (xml) => withoutBookmarks(withoutTags(xml))),
    made('with the shown codes deleted', (xml) => xml.replace(/>\[q[^\]]*\]</g, '><')),
    made('with one code gone and its control', (xml) =>
      inRow(withoutCode(xml, 'q4'), 'q4.n', (row) => row).replace('w:tag w:val="q4"', 'w:tag w:val="goog_rdk_1"'),
    ),
    made('with everything that names a place gone', (xml) => withoutCode(withoutBookmarks(withoutTags(xml)), 'q4'), {
      left: ['q4'],
      told: ['question-gone q4 left', 'words-outside'],
      written: ['1234'],
    }),
    made('with a row deleted', (xml) => xml.replace(rowOf(xml, 'q4'), ''), {
      left: ['q4'],
      told: ['question-gone q4 left'],
    }),
    made('with a table moved to the end', (xml) => {
      const table = tableOf(xml, 'q5')
      return body(xml.replace(table, ''), table)
    }),
    made('with a row twice, alike', (xml) => inRow(xml, 'q4', (row) => row + row), {
      told: ['question-twice q4 look'],
    }),
    made('with a row twice, with other words', (xml) => inRow(xml, 'q4', (row) => row + row.replace('1234', '99')), {
      left: ['q4'],
      told: ['question-twice q4 left'],
      written: ['1234', '99'],
    }),
    made(
      'with a code nobody knows',
      (xml) =>
        xml
          .replaceAll('>[q4]<', '>[q99]<')
          .replaceAll('w:val="q4"', 'w:val="q99"')
          .replace(/<w:bookmarkStart[^>]*>(?=[^[]*1234)/, ''),
      {
        left: ['q4'],
        told: ['question-gone q4 left', 'question-unknown'],
        written: ['1234'],
      },
    ),
    made('with a paragraph in between', (xml) => body(xml, paragraph('Please note this')), {
      told: ['words-outside'],
      written: ['Please note this'],
    }),
    made('with words in the cell of a label', (xml) => xml.replace('>Yes<', '>Yes, and how<'), {
      told: ['words-outside q1 left'],
      written: ['Yes, and how'],
    }),
    added(
      'with comments in the margin',
      { 'word/comments.xml': noted('comments', 'comment') },
      { told: ['words-outside'], written: ['Said in the margin'] },
    ),
    added(
      'with a footnote',
      { 'word/footnotes.xml': noted('footnotes', 'footnote') },
      { told: ['words-outside'], written: ['Said in the margin'] },
    ),
    added(
      'with an endnote',
      { 'word/endnotes.xml': noted('endnotes', 'endnote') },
      { told: ['words-outside'], written: ['Said in the margin'] },
    ),
    made(
      'with a box of text over the page',
      (xml) =>
        body(xml, `<w:p><w:r><w:pict><w:txbxContent>${paragraph('In a box')}</w:txbxContent></w:pict></w:r></w:p>`),
      {
        told: ['words-outside'],
        written: ['In a box'],
      },
    ),
    made(
      'with a picture in an answer',
      (xml) =>
        inRow(xml, 'q3', (row) =>
          row.replace(
            /<\/w:p><\/w:tc><\/w:tr>$/,
            '<w:r><w:drawing><a:blip xmlns:a="urn:a"/></w:drawing></w:r></w:p></w:tc></w:tr>',
          ),
        ),
      {
        told: ['files-online q3 left'],
      },
    ),
    made(
      'with tracked deletions',
      (xml) =>
        xml.replace(
          /(<w:r>(?:<w:rPr>[^<]*<\/w:rPr>)?<w:t[^>]*>1234<\/w:t><\/w:r>)/,
          '$1<w:del w:id="9" w:author="a"><w:r><w:delText>56</w:delText></w:r></w:del>',
        ),
      { told: ['tracked'] },
    ),
    made(
      'with tracked insertions',
      (xml) =>
        xml.replace(
          /(<w:r>(?:<w:rPr>[^<]*<\/w:rPr>)?<w:t[^>]*>1234<\/w:t><\/w:r>)/,
          '$1<w:ins w:id="9" w:author="a"><w:r><w:t>5</w:t></w:r></w:ins>',
        ),
      { told: ['tracked'], other: ['q4'] },
    ),
    made(
      'with a tracked row deleted',
      (xml) =>
        inRow(xml, 'q4', (row) =>
          row.replace(/<w:tr>(?:<w:trPr>.*?<\/w:trPr>)?/, '<w:tr><w:trPr><w:del w:id="3" w:author="a"/></w:trPr>'),
        ),
      {
        told: ['tracked', 'question-gone q4 left'],
        left: ['q4'],
      },
    ),
    added(
      'with macros',
      { 'word/vbaProject.bin': new Uint8Array([1, 2, 3]), 'word/vbaData.xml': '<a/>' },
      { told: ['macros'] },
    ),
    added('with a control that runs', { 'word/activeX/activeX1.bin': new Uint8Array([1]) }, { told: ['macros'] }),
    added('with an archive in it', { 'word/embeddings/x.zip': packed({ a: strToU8('b') }) }, { told: ['macros'] }),
    added(
      'with a template from elsewhere',
      {
        'word/_rels/settings.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/attachedTemplate" Target="http://127.0.0.1:1/t.dotm" TargetMode="External"/></Relationships>',
      },
      { told: ['macros'] },
    ),
    added('with a link that leads out', {
      'word/_rels/document.xml.rels': rels.replace(
        '</Relationships>',
        '<Relationship Id="r99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://127.0.0.1:1/" TargetMode="External"/></Relationships>',
      ),
    }),
    made(
      'with a column of a table gone',
      (xml) =>
        ['q6.r.2010', 'q6.r.2011'].reduce(
          (some, code) => inRow(some, code, (row) => row.replace(cellsOf(row).at(-1)!, '')),
          xml,
        ),
      {
        told: ['part-gone q6 look'],
        other: ['q6'],
      },
    ),
    made(
      'with a column gone and no bookmarks',
      (xml) =>
        ['q6.r.2010', 'q6.r.2011'].reduce(
          (some, code) => inRow(some, code, (row) => row.replace(cellsOf(row).at(-1)!, '')),
          withoutBookmarks(xml),
        ),
      {
        told: ['column-gone q6 left', 'question-gone q6 left', 'words-outside q6 left'],
        left: ['q6'],
      },
    ),
    made(
      'with a column more',
      (xml) => inRow(xml, 'q6.r.2010', (row) => row.replace('</w:tr>', `<w:tc>${paragraph('More')}</w:tc></w:tr>`)),
      {
        told: ['words-outside q6 left'],
        written: ['More'],
      },
    ),
    made(
      'with a row more, without a code',
      (xml) =>
        inRow(
          xml,
          'q7.#2',
          (row) =>
            `${row}<w:tr><w:tc>${paragraph('')}</w:tc><w:tc>${paragraph('Law 3')}</w:tc><w:tc>${paragraph('2010-05-06')}</w:tc></w:tr>`,
        ),
      {
        other: ['q7'],
      },
    ),
    made(
      'with a row of theirs copied',
      (xml) => inRow(xml, 'q7.#1', (row) => row + row.replace('Law 1', 'Law 1 bis')),
      { other: ['q7'] },
    ),
    made('with two boxes marked where one is asked', (xml) => filled(xml, 'q1.o.no', 1, 'x'), {
      left: ['q1'],
      told: ['not-taken q1 left'],
    }),
    made('with a word in a box', (xml) => filled(xml, 'q1.o.no', 1, 'perhaps'), {
      told: ['words-outside q1 left'],
      written: ['perhaps'],
    }),
    made('with crosses typed in the place of boxes', (xml) =>
      withoutTags(xml).replaceAll('>☒<', '>X<').replaceAll('>☐<', '><'),
    ),
    made('with words for a number', (xml) => filled(xml, 'q4', 1, 'about thirty'), {
      left: ['q4'],
      told: ['not-taken q4 left'],
      written: ['about thirty'],
    }),
    made('with no such day', (xml) => filled(xml, 'q5', 1, '31/02/2011'), {
      left: ['q5'],
      told: ['not-taken q5 left'],
      written: ['31/02/2011'],
    }),
    made('with a day out of bounds', (xml) => filled(xml, 'q5', 1, '2033-01-01'), {
      left: ['q5'],
      told: ['not-taken q5 left'],
    }),
    made('with too many words', (xml) => filled(xml, 'q3', 1, wide(400)), {
      left: ['q3'],
      told: ['not-taken q3 left'],
    }),
    made('with a million words', (xml) => filled(xml, 'q3', 1, wide(300_000)), {
      left: ['q3'],
      told: ['not-taken q3 left'],
    }),
    made('with no such choice in a table', (xml) => filled(xml, 'q6.r.2010', 3, 'sideways'), {
      left: ['q6'],
      told: ['not-taken q6 left'],
      written: ['sideways'],
    }),
    made('with a note and an answer', (xml) => filled(xml, 'q4.n', 2, 'x'), {
      left: ['q4'],
      told: ['not-taken q4 left'],
    }),
    made('with an answer emptied', (xml) => filled(xml, 'q4', 1, '<w:p/>'), { empty: ['q4'] }),
    made(
      'with a row of a table that is not asked',
      (xml) =>
        inRow(
          xml,
          'q6.r.2011',
          (row) => row + row.replaceAll('q6.r.2011', 'q6.r.2099').replace(/<w:bookmarkStart[^>]*\/>/g, ''),
        ),
      { told: ['row-unknown'] },
    ),
    made(
      'with a paragraph that is not asked',
      (xml) =>
        inRow(
          xml,
          'q9.c.4',
          (row) => row + row.replaceAll('q9.c.4', 'q9.c.99').replace(/<w:bookmarkStart[^>]*\/>/g, ''),
        ),
      { told: ['paragraph-unknown'] },
    ),
    made('with a choice taken out of the list', (xml) => xml.replace(rowOf(xml, 'q2.o.fraud'), ''), {
      told: ['part-gone q2 look'],
    }),
    made(
      'with an entity from elsewhere',
      (xml) =>
        xml
          .replace(/<w:document /, '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ')
          .replace('1234', '&a;'),
      { refused: ['damaged'] },
    ),
    made('with an entity nobody declared', (xml) => xml.replace('1234', '&a;'), { refused: ['damaged'] }),
    made(
      'with tables in tables without end',
      (xml) => body(xml, `${'<w:tbl><w:tr><w:tc>'.repeat(2_000)}${'</w:tc></w:tr></w:tbl>'.repeat(2_000)}`),
      { refused: ['too-large'] },
    ),
    added('that is a bomb', { [main]: new Uint8Array(40_000_000) }, { refused: ['too-large'] }),
    added(
      'with 20 MB of words',
      {
        [main]: strFromU8(parts[main]!).replace('1234', () =>
          Array.from({ length: 2_500_000 }, (_, at) => (at * 7919).toString(36)).join(' '),
        ),
      },
      { refused: ['too-large'] },
    ),
    {
      name: 'docx without its main part',
      bytes: packed(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== main))),
      refused: ['no-such-format', 'not-our-form'],
    },
    made('with an empty body', (xml) => xml.replace(/<w:body>[\s\S]*<w:sectPr/, '<w:body><w:sectPr'), {
      left: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q9', 'q10'],
      told: ['question-gone q1 left', 'question-gone q10 left'],
    }),
    made('in the strict form of the standard', (xml) =>
      xml.replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    ),
  ]
}
