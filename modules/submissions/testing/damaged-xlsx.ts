import { strFromU8, strToU8 } from 'fflate'
import { type Damaged, type Parts, packed, partsOf } from './damaged.ts'

const sheets = { how: 1, answers: 2, q6: 3, q7: 4, q9: 5, lists: 6 } as const
type SheetName = keyof typeof sheets
const partOf = (sheet: SheetName) => `xl/worksheets/sheet${sheets[sheet]}.xml`

const typed = (ref: string, words: string) =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`

/** A workbook one may write in: rows by their code, cells by their place. */
function workbook(good: Uint8Array) {
  const parts: Parts = { ...partsOf(good) }
  const read = (part: string) => strFromU8(parts[part]!)
  const strings = (read('xl/sharedStrings.xml').match(/<si>[\s\S]*?<\/si>/g) ?? []).map((item) =>
    item.replace(/<[^>]*>/g, ''),
  )
  const change = (part: string, how: (xml: string) => string) => {
    const before = read(part)
    const after = how(before)
    if (after === before) throw new Error(`nothing was changed in ${part}`)
    parts[part] = strToU8(after)
  }
  const row = (sheet: SheetName, code: string): number => {
    const at = strings.indexOf(code)
    const found = new RegExp(`<c r="A(\\d+)"[^>]*><v>${at}</v>`).exec(read(partOf(sheet)))
    if (!found) throw new Error(`no row ${code}`)
    return Number(found[1])
  }
  const whole = (xml: string, at: number) => new RegExp(`<row r="${at}"[^>]*>[\\s\\S]*?</row>`).exec(xml)![0]
  /** A cell in the place of another, or a new one behind the last of its row. */
  const set = (sheet: SheetName, ref: string, cell: string) =>
    change(partOf(sheet), (xml) => {
      const old = new RegExp(`<c r="${ref}"(?:[^>]*/>|[^>]*>[\\s\\S]*?</c>)`)
      if (old.test(xml)) return xml.replace(old, () => cell)
      const line = /\d+$/.exec(ref)![0]
      const known = new RegExp(`<row r="${line}"[^>]*>`).test(xml)
      return known
        ? xml.replace(whole(xml, Number(line)), (text) => text.replace('</row>', () => `${cell}</row>`))
        : xml.replace('</sheetData>', () => `<row r="${line}">${cell}</row></sheetData>`)
    })
  return {
    parts,
    change,
    row,
    set,
    say: (sheet: SheetName, ref: string, words: string) => set(sheet, ref, typed(ref, words)),
    /** Takes a row away, and gives it back as it was. */
    cut(sheet: SheetName, at: number): string {
      let text = ''
      change(partOf(sheet), (xml) => {
        text = whole(xml, at)
        return xml.replace(text, '')
      })
      return text
    },
    append: (sheet: SheetName, rows: string) =>
      change(partOf(sheet), (xml) => xml.replace('</sheetData>', () => `${rows}</sheetData>`)),
    copy: (sheet: SheetName, at: number): string => whole(read(partOf(sheet)), at),
  }
}

type Book = ReturnType<typeof workbook>

const numbered = (row: string, from: number, to: number) =>
  row.replaceAll(new RegExp(`r="([A-Z]*)${from}"`, 'g'), `r="$1${to}"`)

/** Workbooks that somebody edited in ways nobody meant. `good` is the sample form with its answers. */
export function damagedXlsx(good: Uint8Array): readonly Damaged[] {
  const made = (name: string, change: (book: Book) => void, more: Omit<Damaged, 'name' | 'bytes'> = {}): Damaged => {
    const book = workbook(good)
    change(book)
    return { name: `xlsx ${name}`, bytes: packed(book.parts), ...more }
  }
  const put = (book: Book, part: string, text: string | Uint8Array) => {
    book.parts[part] = typeof text === 'string' ? strToU8(text) : text
  }
  const at = (book: Book, code: string, column = 'D', sheet: SheetName = 'answers') =>
    `${column}${book.row(sheet, code)}`
  const all = ['q1', 'q2', 'q3', 'q4', 'q5', 'q10']
  return [
    made('with a sheet renamed', ({ change }) =>
      change('xl/workbook.xml', (xml) => xml.replace('name="Answers"', 'name="Sheet 7"')),
    ),
    made('with the sheets in another order', ({ change }) =>
      change('xl/workbook.xml', (xml) => xml.replace(/(<sheet [^>]*Answers"\/>)(.*)(<\/sheets>)/, '$2$1$3')),
    ),
    made(
      'with a sheet removed',
      ({ change }) => change('xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*name="q6"\/>/, '')),
      { left: ['q6'], told: ['question-gone q6 left'] },
    ),
    made(
      'without the sheet of answers',
      ({ change }) => change('xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*name="Answers"\/>/, '')),
      {
        left: all,
        told: all.map((id) => `question-gone ${id} left`),
      },
    ),
    made('with columns that changed places', ({ change }) =>
      change(partOf('answers'), (xml) =>
        xml.replace(/<row [\s\S]*?<\/row>/g, (row) =>
          row.replace(
            /r="([DE])(\d+)"/g,
            (_, letter: string, line: string) => `r="${letter === 'D' ? 'E' : 'D'}${line}"`,
          ),
        ),
      ),
    ),
    made('without the names of columns for programs', (book) => void book.cut('answers', 2)),
    made(
      'without any names of columns',
      (book) => {
        book.cut('answers', 2)
        book.cut('answers', 3)
      },
      { left: all, told: ['column-gone', 'question-gone q1 left', 'words-outside'], written: ['1234'] },
    ),
    made(
      'with the column of answers renamed',
      (book) => {
        book.say('answers', 'D2', 'reply')
        book.say('answers', 'D3', 'Our replies')
      },
      {
        left: [...all.filter((id) => id !== 'q10'), 'q8'],
        told: ['column-gone', 'question-gone q4 left', 'column-unknown q4 left', 'part-gone q10 look'],
        written: ['1234', 'reply'],
      },
    ),
    made('with the column of answers under another heading', (book) => book.say('answers', 'D3', 'Our replies'), {
      told: ['words-outside'],
      written: ['Our replies'],
    }),
    made('with a column more', (book) => book.say('answers', at(book, 'q4', 'H'), 'But see below'), {
      told: ['column-unknown q4 left'],
      written: ['But see below'],
    }),
    made('with a code gone', (book) => book.set('answers', at(book, 'q4', 'A'), ''), {
      left: ['q4'],
      told: ['question-gone q4 left', 'words-outside'],
      written: ['1234'],
    }),
    made('with another code', (book) => book.say('answers', at(book, 'q4', 'A'), 'q99'), {
      left: ['q4'],
      told: ['question-gone q4 left', 'question-unknown'],
      written: ['1234'],
    }),
    made('with a row removed', (book) => void book.cut('answers', book.row('answers', 'q4')), {
      left: ['q4'],
      told: ['question-gone q4 left'],
    }),
    made('with a row moved to the end', (book) => {
      const line = book.row('answers', 'q4')
      book.append('answers', numbered(book.cut('answers', line), line, 500))
    }),
    made(
      'with a row twice, alike',
      (book) => {
        const line = book.row('answers', 'q4')
        book.append('answers', numbered(book.copy('answers', line), line, 500))
      },
      { told: ['question-twice q4 look'] },
    ),
    made(
      'with a row twice, with other words',
      (book) => {
        const line = book.row('answers', 'q4')
        book.append('answers', numbered(book.copy('answers', line), line, 500))
        book.say('answers', 'D500', '99')
      },
      { left: ['q4'], told: ['question-twice q4 left'], written: ['1234', '99'] },
    ),
    made('with a number as a number', (book) =>
      book.set('answers', at(book, 'q4'), `<c r="${at(book, 'q4')}"><v>1234</v></c>`),
    ),
    made(
      'with a number as it is in binary',
      (book) => book.set('q6', 'C4', '<c r="C4"><v>12.500000000000002</v></c>'),
      { other: ['q6'] },
    ),
    made('with a day Excel made a date of', (book) => {
      book.change('xl/styles.xml', (xml) =>
        xml.replace(/(<cellXfs[^>]*>[\s\S]*?)<\/cellXfs>/, '$1<xf numFmtId="14"/></cellXfs>'),
      )
      const styles = strFromU8(book.parts['xl/styles.xml']!)
      const last = (/<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)![1]!.match(/<xf /g) ?? []).length - 1
      book.set('answers', at(book, 'q5'), `<c r="${at(book, 'q5')}" s="${last}"><v>40611</v></c>`)
    }),
    made('with a day counted from 1904', (book) => {
      book.change('xl/workbook.xml', (xml) => xml.replace('<workbookPr/>', '<workbookPr date1904="1"/>'))
      book.change('xl/styles.xml', (xml) => xml.replace(/(<cellXfs[^>]*>)/, '$1<xf numFmtId="14"/>'))
      book.set('answers', at(book, 'q5'), `<c r="${at(book, 'q5')}" s="0"><v>39149</v></c>`)
    }),
    made(
      'with a formula',
      (book) => book.set('answers', at(book, 'q4'), `<c r="${at(book, 'q4')}"><f>1200+34</f><v>1234</v></c>`),
      { told: ['formula q4 look'] },
    ),
    made(
      'with a formula that failed',
      (book) => book.set('answers', at(book, 'q4'), `<c r="${at(book, 'q4')}" t="e"><f>[1]x!A1</f><v>#REF!</v></c>`),
      { empty: ['q4'], told: ['formula q4 left'], written: ['#REF!'] },
    ),
    made('with an inline text', (book) => book.say('answers', at(book, 'q4'), '1234')),
    made('with macros', (book) => put(book, 'xl/vbaProject.bin', new Uint8Array([1])), { told: ['macros'] }),
    made('with a sheet of old macros', (book) => put(book, 'xl/macrosheets/sheet1.xml', '<a/>'), { told: ['macros'] }),
    made('with a link to another workbook', (book) => put(book, 'xl/externalLinks/externalLink1.xml', '<a/>'), {
      told: ['macros'],
    }),
    made('with an archive in it', (book) => put(book, 'xl/embeddings/x.zip', packed({ a: strToU8('b') })), {
      told: ['macros'],
    }),
    made(
      'with an entity from elsewhere',
      ({ change }) =>
        change('xl/sharedStrings.xml', (xml) =>
          xml.replace('<sst', '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst'),
        ),
      { refused: ['damaged'] },
    ),
    made(
      'with entities that multiply',
      ({ change }) =>
        change(partOf('answers'), (xml) =>
          xml.replace('<worksheet', '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'),
        ),
      { refused: ['damaged'] },
    ),
    made('that is a bomb', (book) => put(book, partOf('answers'), new Uint8Array(40_000_000)), {
      refused: ['too-large'],
    }),
    made(
      'with elements in elements without end',
      (book) => book.append('answers', '<row>'.repeat(3_000) + '</row>'.repeat(3_000)),
      { refused: ['too-large'] },
    ),
    made('with a huge cell', (book) => book.say('answers', at(book, 'q3'), 'word '.repeat(8_000)), {
      left: ['q3'],
      told: ['not-taken q3 left'],
    }),
    made('with cells beyond the edge', (book) => book.set('answers', 'ZZZ9', typed('ZZZ9', 'Far out'))),
    made(
      'with a note on a cell',
      (book) =>
        put(
          book,
          'xl/comments1.xml',
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="D9"><text><r><t>Said aside</t></r></text></comment></commentList></comments>',
        ),
      { told: ['words-outside'], written: ['Said aside'] },
    ),
    made('with a picture', (book) => put(book, 'xl/media/image1.png', new Uint8Array([1])), { told: ['files-online'] }),
    made('with words in the instructions', (book) => book.say('how', 'B9', 'Dear colleagues'), {
      told: ['words-outside'],
      written: ['Dear colleagues'],
    }),
    made('with words in the lists', (book) => book.say('lists', 'A30', 'Perhaps'), {
      told: ['words-outside'],
      written: ['Perhaps'],
    }),
    made(
      'with a sheet of their own',
      (book) => {
        book.change('xl/workbook.xml', (xml) =>
          xml.replace('</sheets>', '<sheet r:id="rId77" sheetId="77" name="Notes"/></sheets>'),
        )
        book.change('xl/_rels/workbook.xml.rels', (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="rId77" Type="x/worksheet" Target="worksheets/own.xml"/></Relationships>',
          ),
        )
        put(
          book,
          'xl/worksheets/own.xml',
          `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="3">${typed('B3', 'To be asked')}</row></sheetData></worksheet>`,
        )
      },
      { told: ['words-outside'], written: ['To be asked'] },
    ),
    made('with no such choice', (book) => book.say('answers', at(book, 'q1'), 'Perhaps'), {
      left: ['q1'],
      told: ['not-taken q1 left'],
      written: ['Perhaps'],
    }),
    made('with a choice as another language says it', (book) => book.say('answers', at(book, 'q1'), 'Oui')),
    made('with an answer emptied', (book) => book.set('answers', at(book, 'q4'), ''), { empty: ['q4'] }),
    made('with a note and an answer', (book) => book.say('answers', at(book, 'q4', 'E'), 'No information'), {
      left: ['q4'],
      told: ['not-taken q4 left'],
    }),
    made(
      'with a note in words of their own',
      (book) => {
        book.set('answers', at(book, 'q4'), '')
        book.say('answers', at(book, 'q4', 'E'), 'Ask the ministry')
      },
      { left: ['q4'], told: ['not-taken q4 left'], written: ['Ask the ministry'] },
    ),
    made(
      'with words where the sheet of a table is named',
      (book) => book.say('answers', at(book, 'q6'), 'None of them'),
      { told: ['words-outside q6 left'], written: ['None of them'] },
    ),
    made('with words where files are spoken of', (book) => book.say('answers', at(book, 'q8'), 'Sent by mail'), {
      left: ['q8'],
      told: ['words-outside q8 left'],
      written: ['Sent by mail'],
    }),
    made('with words beside a row', (book) => book.say('q7', 'B4', 'The first'), {
      told: ['words-outside q7 left'],
      written: ['The first'],
    }),
    made(
      'with a row nobody asked for',
      (book) => {
        book.say('q6', 'A30', 'q6.r.2099')
        book.say('q6', 'C30', '55')
      },
      { told: ['row-unknown q6 left'], written: ['55'] },
    ),
    made(
      'with a paragraph nobody asked about',
      (book) => {
        book.say('q9', 'A30', 'q9.c.99')
        book.say('q9', 'C30', 'Also this')
      },
      { told: ['paragraph-unknown q9 left'], written: ['Also this'] },
    ),
    made(
      'with a row of their own without a code',
      (book) => {
        book.say('q7', 'C30', 'Law 3')
        book.say('q7', 'D30', '2010-05-06')
      },
      { other: ['q7'] },
    ),
    made(
      'with too many rows',
      (book) => {
        for (let line = 30; line < 42; line++) book.say('q7', `C${line}`, `Law ${line}`)
      },
      { left: ['q7'], told: ['not-taken q7 left'] },
    ),
    made(
      'with a column of a table removed',
      (book) => {
        for (const line of [2, 3, 4, 5]) book.set('q6', `D${line}`, '')
      },
      { told: ['column-gone q6 left', 'part-gone q6 look'], other: ['q6'] },
    ),
    made(
      'with a column of a table renamed',
      (book) => {
        book.say('q6', 'D2', 'ours')
        book.say('q6', 'D3', 'Ours')
      },
      {
        told: ['column-gone q6 left', 'column-unknown q6 left', 'part-gone q6 look'],
        other: ['q6'],
        written: ['Rising', 'ours'],
      },
    ),
    made('without its list of sheets', (book) => void delete book.parts['xl/workbook.xml'], {
      refused: ['not-our-form', 'no-such-format'],
    }),
    made('without its words', (book) => void delete book.parts['xl/sharedStrings.xml'], { refused: ['not-our-form'] }),
    made('in the strict form of the standard', (book) => {
      for (const part of Object.keys(book.parts).filter((name) => name.endsWith('.xml'))) {
        const strict = strFromU8(book.parts[part]!)
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
            'http://purl.oclc.org/ooxml/officeDocument/relationships"',
          )
        book.parts[part] = strToU8(strict)
      }
    }),
  ]
}
