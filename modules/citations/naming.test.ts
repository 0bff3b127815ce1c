import { expect, test } from 'vitest'
import { bodyOf, keyOf, keysOf, pathsNamed, yearOf } from './naming.ts'

test.each([
  ['S/RES/1325 (2000)', ['S_RES_1325(2000)', 's/res/1325 (2000)', 'S/RES/1325_(2000)', 'S/RES/1325']],
  ['A/RES/57/270 B', ['A_RES_57_270_B', 'A/RES/57/270/B', 'A/RES/57/270B']],
  ['A/RES/118 (II)', ['A_RES_118_(II)', 'A/RES/118/(II)', 'A/RES/118(II)']],
  ['E/RES/1848 (LVI)', ['E/RES/1974/1848(LVI)']],
])('%s is one in all its spellings', (symbol, spellings) => {
  for (const one of spellings) expect(keyOf(one)).toBe(keyOf(symbol))
})

test('what is told apart stays apart', () => {
  const symbols = ['A/RES/65/1', 'A/RES/6/51', 'A/65/1', 'E/RES/2012/19', 'E/2012/19', 'A/RES/57/270', 'A/RES/57/270 A']
  expect(new Set(symbols.map(keyOf)).size).toBe(symbols.length)
  expect(keysOf('A/RES/71/101 A-B')).toEqual(['A/RES/71/101A-B', 'A/RES/71/101', 'A/RES/71/101A', 'A/RES/71/101B'])
})

test.each([
  ['A/RES/65/232', 'General Assembly', 2010],
  ['A/RES/217 (III)', 'General Assembly', 1948],
  ['A/HRC/RES/15/5', 'Human Rights Council', 2010],
  ['S/RES/1325 (2000)', 'Security Council', 2000],
  ['E/CN.7/2011/6', 'Commission on Narcotic Drugs', 2011],
  ['E/2011/30', 'Economic and Social Council', 2011],
  ['A/CONF.213/18', null, null],
  ['HSP/GC/19/11', null, null],
])('%s is of %s, %s', (symbol, body, year) => {
  expect([bodyOf(symbol), yearOf(symbol)]).toEqual([body, year])
})

test.each([
  ['paragraph 12', ['12']],
  ['paragraph 4 (a) and (b)', ['4(a)', '4(b)']],
  ['paras. 1 and 2 (a', ['1', '2(a)']],
  ['paragraphs 126, 129 and 132 to 134', ['126', '129', '132', '133', '134']],
  ['sect. II, para. 4', ['II/4']],
  ['párrs. 5 a 7', ['5', '6', '7']],
  ['пункты 3 и 5', ['3', '5']],
  ['第5和7段', ['5', '7']],
  ['الفقرة 7', ['7']],
  ['annex, para. 7', []],
  ['chap. I, sect. D', []],
  ['paras. 1 to 999', ['1', '999']],
  [null, []],
])('%s names the paths %j', (locator, paths) => {
  expect(pathsNamed(locator)).toEqual(paths)
})
