import { expect, test } from 'vitest'
import { readAkomaNtoso } from '../files/index.ts'
import { checkDraft, citationsOf, outlineOf, plainTextOf, readMandates, readText, toAkn } from '../index.ts'

const size = 12_000
const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length))
const each = (piece: (at: number) => string) => Array.from({ length: 600 }, (_, at) => piece(at)).join('')

/** Texts nobody writes, each of them long: whatever reads them has to be done in a time that only their length decides. */
const texts: Readonly<Record<string, string>> = {
  'opening brackets': fill('('),
  'numbers without end': fill('(a)'),
  'numbers on lines': fill('(a)\n'),
  'a flat list': fill('(a) x\n'),
  'a deep list': fill('(a) x\n(i) y\na. z\n'),
  'one word': fill('a'),
  'one line': fill('word '),
  'footnote marks in one line': fill('word<sup>1</sup> '),
  footnotes: each((at) => `text<sup>${at % 999}</sup> goes on\n\n<sup>${at % 999}</sup> Ibid.\n\n`),
  'italics that never close': fill('*a '),
  'tags that never close': fill('<sup>'),
  'marks that never close': fill('[^'),
  'escapes of escapes': fill('&amp;lt;'),
  bars: fill('|'),
  'a table': fill('| a | b |\n'),
  tabs: fill('a\tb\tc\n'),
  'section numbers': fill('1.'),
  lines: fill('\n'),
  returns: fill('\r'),
  zeros: fill('\0'),
  'halves of signs': fill('\ud800a\udfff'),
  directions: fill('\u202e\u200f'),
  'accents on one letter': `e${fill('\u0301')}`,
  'citations in one line': fill('resolutions 55/1, '),
  'citations of its own': `its resolutions ${fill('55/1 and 55/2, ')}`,
  treaties: fill('United Nations, Treaty Series, vol. 1, No. 2, '),
  'paragraphs above': fill('paragraph 3 above and '),
  'asks in one line': fill('requests the Secretary-General to report and '),
  annexes: fill('Annex\n'),
  units: fill('Draft resolution I\n'),
  organs: fill('The General Assembly,\n'),
  'page breaks': fill('Requests the\n\n2\n\nUnited\n\n3\n\n'),
  'heads of pages': fill('2. Requests the\n\nA/RES/77/1\n\n3\n\nstates of'),
  'words cut at each page': fill('reso-\n\n2\n\n'),
  'symbols on lines': fill('A/RES/77/1\n'),
  'Chinese organs': fill('大会，'),
  'Arabic recitals': fill('وإذ يشير إلى، '),
}

test.each(Object.entries(texts))(
  '%s: a tree, and everything that is made of one',
  (_, text) => {
    const tree = readText(`77/1. Title\nThe General Assembly,\nRecalling its resolution 76/1,\n1. Requests ${text}`)
    const outline = outlineOf(tree)
    expect(outline.units.length).toBeGreaterThan(0)
    const citations = citationsOf(outline)
    readMandates(outline)
    checkDraft(outline)
    expect(plainTextOf(tree).length).toBeGreaterThan(0)
    expect('tree' in readAkomaNtoso(toAkn(tree, { citations }))).toBe(true)
  },
  60_000,
)
