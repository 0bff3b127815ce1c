import { expect, test } from 'vitest'
import { outlineOf } from '../tree/outline-of.ts'
import { arabic, english } from './testing/sample.ts'
import { readWhole, shapeOf } from './testing/shape.ts'

test('the English text has what the forms are compared by', async () => {
  const [unit] = outlineOf((await readWhole(english.text)).tree).units
  const paths = unit?.items
    .filter(({ kind }) => kind === 'operative' || kind === 'subparagraph')
    .map(({ path }) => path)
  expect(paths).toEqual(['1', '1(a)', '1(a)(i)', '1(a)(ii)', '1(b)', '2', '3'])
  expect(unit).toMatchObject({ id: 'E/RES/2031/7', footnotes: [{ mark: '1' }, { mark: '2' }] })
  expect(unit?.tables).toHaveLength(1)
})

test('Word, HTML and plain text give the same tree', async () => {
  const text = await readWhole(english.text)
  const html = await readWhole(english.html)
  const docx = await readWhole(await english.docx())
  expect([text.form, html.form, docx.form]).toEqual(['text', 'html', 'docx'])
  expect(shapeOf(docx.tree)).toEqual(shapeOf(text.tree))
  expect(shapeOf(html.tree)).toEqual(shapeOf(text.tree))
})

test('Arabic from right to left with the numbers of Word gives the tree of its text', async () => {
  const docx = await readWhole(await arabic.docx())
  expect(docx.tree.language).toBe('ar')
  expect(shapeOf(docx.tree)).toEqual(shapeOf((await readWhole(arabic.text)).tree))
})

test('tracked changes are noted where they stand', async () => {
  const { tree, text } = await readWhole(await english.docx())
  const noted = tree.notes.filter(({ code }) => /insertion|deletion/.test(code))
  expect(noted.map(({ code, facts }) => [code, facts.text, facts.author])).toEqual([
    ['deletion-left-out', 'secret', 'A. Clerk'],
    ['insertion-kept', 'following', 'A. Clerk'],
  ])
  const place = noted[0]?.place
  expect(text.slice(place?.start, place?.end)).toContain('share the following figures')
})
