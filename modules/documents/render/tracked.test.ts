import { compareTexts, outlineOf, readText } from '@resolute/reader'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ComparedText, ComparedTexts } from '../compare.ts'
import { type TrackedParagraph, trackedText } from './tracked.ts'

const named = (lines: readonly string[]): ComparedText => {
  const outline = outlineOf(readText(['The General Assembly,', ...lines].join('\n\n'), { language: 'en' }))
  return { document: null, version: null, title: '', language: 'en', outline, plainText: null }
}

const texts = (old: readonly string[], now: readonly string[]): ComparedTexts => {
  const both = { old: named(old), new: named(now) }
  return { ...both, comparison: compareTexts(both.old.outline, both.new.outline) }
}

const printed = ({ outline }: ComparedText) =>
  outline.units.flatMap(({ items }) =>
    items.map(({ number, kind, text }) =>
      number === null ? text : `${number}${kind === 'operative' ? '.' : ''}\t${text}`,
    ),
  )

/** As a program that edits the file would leave it: tracked ends join a paragraph with the next. */
function settled(paragraphs: readonly TrackedParagraph[], gone: 'deleted' | 'inserted'): string[] {
  const out: string[] = []
  let held = ''
  for (const { runs, end } of paragraphs) {
    held += runs
      .filter(({ kind }) => kind !== gone)
      .map(({ text }) => text)
      .join('')
    if (end === gone) continue
    out.push(held)
    held = ''
  }
  return held === '' ? out : [...out, held]
}

const base = [
  'Recalling its resolution 65/1 of 22 September 2010 on the Millennium Development Goals,',
  'Noting with appreciation the report of the Secretary-General on crime prevention,',
  '1. Requests the Secretary-General to submit a report on crime prevention to the Commission at its next session;',
  '2. Invites Member States to provide extrabudgetary resources for these purposes in accordance with the rules;',
  '3. Encourages civil society to take part in the work of the Commission on an equal footing;',
  '4. Decides to remain seized of the matter.',
]
const at = (i: number) => base[i]!

test.each([
  ['the same', base],
  ['words edited', base.map((line) => line.replace('crime prevention', 'trafficking in persons'))],
  ['one dropped', base.filter((_, i) => i !== 3)],
  [
    'one new, numbers moved on',
    [
      ...base.slice(0, 2),
      '1. Welcomes the progress made;',
      ...base.slice(2).map((line) => line.replace(/^\d/, (n) => `${Number(n) + 1}`)),
    ],
  ],
  ['two changed places', [at(1), at(0), ...base.slice(2)]],
  [
    'one split',
    [
      ...base.slice(0, 2),
      '1. Requests the Secretary-General to submit a report on crime prevention;',
      '2. Also requests the report to be submitted to the Commission at its next session;',
      ...base.slice(3),
    ],
  ],
  ['all else', ['Convinced that nothing of this stood there before,', '1. Urges all States to act.']],
] as const)('%s: accepted it is the new text, rejected the old one', (_, now) => {
  for (const pair of [texts(base, now), texts(now, base)]) {
    const paragraphs = trackedText(pair)
    expect(settled(paragraphs, 'deleted')).toEqual(printed(pair.new))
    expect(settled(paragraphs, 'inserted')).toEqual(printed(pair.old))
  }
})

const revisions: Readonly<Record<string, (line: string) => readonly string[]>> = {
  'as it is': (line) => [line],
  edited: (line) => [line.replace(/ (?:of|to|in|as) /, ' otherwise than ')],
  cut: (line) => line.split(/(?<=^.{30}\S*) /s),
  twice: (line) => [line, line],
}

/** Any lines of the base in any order, as they are, with another word, cut in two, or twice. */
const revisedText = fc
  .array(fc.tuple(fc.nat({ max: base.length - 1 }), fc.constantFrom(...Object.values(revisions))), { maxLength: 9 })
  .map((lines) => lines.flatMap(([i, revise]) => revise(at(i))))

test('whatever became of it: accepted it is the new text, rejected the old one', () =>
  fc.assert(
    fc.property(revisedText, revisedText, (old, now) => {
      const pair = texts(old, now)
      const paragraphs = trackedText(pair)
      expect(settled(paragraphs, 'deleted')).toEqual(printed(pair.new))
      expect(settled(paragraphs, 'inserted')).toEqual(printed(pair.old))
    }),
    { numRuns: 150 },
  ))
