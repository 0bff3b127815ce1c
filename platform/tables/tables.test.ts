import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { tableOf, toCsv, toTerminal, toXlsx } from './index.ts'

const table = tableOf(
  'asks',
  [
    { key: 'path', title: 'Paragraph', value: (row: { path: string; ask: string; count: number | null }) => row.path },
    { key: 'ask', title: 'Ask', value: (row) => row.ask, width: 12 },
    { key: 'count', title: 'Count', value: (row) => row.count },
  ],
  [
    { path: '9(a)', ask: 'say "here", then\nreport', count: -3 },
    { path: '10', ask: '=HYPERLINK("http://x")', count: null },
  ],
)

test('CSV quotes what RFC 4180 asks to quote and disarms formulas', () => {
  expect(toCsv(table)).toBe(
    'path,ask,count\r\n9(a),"say ""here"", then\nreport",-3\r\n10,"\'=HYPERLINK(""http://x"")",\r\n',
  )
})

test.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '＝1'])('CSV disarms %j', (text) => {
  const written = toCsv(tableOf('t', [{ key: 'a', title: 'A', value: (row: string) => row }], [text]))
  expect(written.split('\r\n', 2)[1]!.replace(/^"/, '').startsWith("'")).toBe(true)
})

test('XLSX holds titles, texts and numbers, and no formula', async () => {
  const files = unzipSync(await toXlsx(table))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!)
  const strings = strFromU8(files['xl/sharedStrings.xml']!)
  expect(strings).toContain('Paragraph')
  expect(strings).toContain('=HYPERLINK(')
  expect(sheet).toContain('<v>-3</v>')
  expect(sheet).not.toContain('<f>')
})

test('a text no spreadsheet can hold is cut and cleaned', async () => {
  const long = tableOf(
    't',
    [{ key: 'a', title: 'A', value: (row: string) => row }],
    ['\u0000\u000bx'.padEnd(40_000, 'y')],
  )
  const strings = strFromU8(unzipSync(await toXlsx(long))['xl/sharedStrings.xml']!)
  expect(strings).not.toContain('\u000b')
  expect(strings.match(/xy+…/)?.[0].length).toBe(32_767)
})

test('a terminal gets aligned columns, long texts cut', () => {
  expect(toTerminal(table)).toBe(
    'Paragraph  Ask           Count\n---------  ------------  -----\n9(a)       say "here",…  -3\n10         =HYPERLINK(…\n',
  )
})
