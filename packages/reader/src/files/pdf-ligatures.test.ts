import { expect, test } from 'vitest'
import { withLigatures } from './pdf-ligatures.ts'
import { column, pdfOf } from './testing/pdf-file.ts'
import { readWhole } from './testing/shape.ts'

const rtl = (str: string) => ({ str, dir: 'rtl' })
/** Signs as a page shows a word, from left to right; `+` joins letters that are one sign. */
const shown = (signs: string) => signs.split(' ').map((sign) => sign.replaceAll('+', ''))

test('lam and alef of one sign come back in their order, article and alef stay in theirs', () => {
  expect(withLigatures([rtl('االقتصادي')], shown('ي د ا ص ت ق ل+ا ا'))).toEqual([rtl('الاقتصادي')])
  expect(withLigatures([rtl('إلى األمين')], [...shown('ن ي م ل+أ ا'), ' ', ...shown('ى ل إ')])).toEqual([
    rtl('إلى الأمين'),
  ])
  // the same letters as one sign and as two, in one line
  expect(withLigatures([rtl('المال خالل')], [...shown('ل ل+ا خ'), ' ', ...shown('ل ا م ل ا')])).toEqual([
    rtl('المال خلال'),
  ])
})

test('what does not fit its signs is left as it is', () => {
  const items = [rtl('االقتصادي'), { str: 'A/RES/1', dir: 'ltr' }]
  expect(withLigatures(items, shown('ل+ا'))).toEqual(items)
  expect(withLigatures(items, [])).toEqual(items)
})

test('a sign in another font stands where its gap is', async () => {
  const { text } = await readWhole(
    pdfOf([[...column(72, 700, ['The General Assembly, ab cd']), { x: 72 + 118.4, y: 700, text: '/', size: 10 }]]),
  )
  expect(text).toBe('The General Assembly, ab/cd')
})
