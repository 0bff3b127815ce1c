import type { Language } from '@resolute/reader'
import { expect, test } from 'vitest'
import { directoryOf, shippedActors } from '#modules/parties'
import type { Answers } from './answer.ts'
import { summed } from './decimals.ts'
import { figuresOf } from './figures.ts'
import type { Received } from './received.ts'
import { sectionOf } from './section.ts'
import type { Submission } from './submission.ts'
import { sampleWords } from './testing/opened-call.ts'
import { sampleForm } from './testing/sample-form.ts'
import { voice } from './voice.ts'

const directory = directoryOf(shippedActors())
const at = '2012-11-05T10:00:00.000Z'

const submissionOf = (actor: string, invitation: number, answers: Answers): Submission => ({
  ...{
    id: `2012-1/${invitation}/1`,
    call: '2012-1',
    invitation,
    number: 1,
    actor,
    name: directory.actor(actor)!.name.en,
  },
  ...{
    state: 'standing',
    version: 1,
    answers,
    language: 'en',
    visibility: 'public',
    channel: 'online',
    original: null,
  },
  ...{ onBehalf: false, late: false, by: 'person:1', at, withdrawn: null },
})

/** A call that these States answered so, with one finding that rests on all of them. */
function receivedFrom(
  actors: readonly string[],
  answers: Answers,
  statement: Received['findings'][0]['words']['statement'],
): Received {
  const submissions = actors.map((actor, index) => submissionOf(actor, index + 1, answers))
  return {
    ...{ call: '2012-1', words: sampleWords, openedAt: '2012-10-01T09:00:00.000Z' },
    forms: [{ version: 1, form: sampleForm, by: 'person:1', at }],
    invited: submissions.map(({ invitation: n, actor, name }) => ({
      ...{ n, kind: 'actor', actor, name, extended: false, sent: { state: 'standing', late: false, seen: true } },
    })),
    submissions,
    findings: [{ n: 1, words: { statement, theme: {}, order: 1 } }],
    passages: submissions.map(({ invitation }) => ({ finding: 1, invitation, number: 1, question: 'q3' })),
  }
}

const told = (received: Received, language: Language) =>
  sectionOf(received, { language, asOf: '2013-03-01', directory, voice })
const finding = (received: Received, language: Language) =>
  told(received, language).paragraphs.find(({ place }) => place === 'finding/1')!.sentences[0]!

const yes: Answers = { q1: { kind: 'choice', option: 'yes', other: null } }
const dozen = ['cl', 'it', 'jp', 'ke', 'pl', 'br', 'us', 'ru', 'cn', 'fr', 'eg', 'mx']

test('a handful is named in the sentence; more are counted with the list beside; never "some"', () => {
  const statement = { en: 'reported progress.', zh: '报告了进展。', ru: 'сообщили о прогрессе' }
  expect(finding(receivedFrom(['ru', 'cl'], yes, statement), 'en').words).toBe(
    'Chile and the Russian Federation reported progress.',
  )
  expect(finding(receivedFrom(['ru', 'us'], yes, statement), 'en').words).toBe(
    'The Russian Federation and the United States of America reported progress.',
  )
  const many = finding(receivedFrom(dozen, yes, statement), 'en')
  expect(many.words).toBe(
    'A total of 12 States (Brazil, Chile, China, Egypt, France, Italy, Japan, Kenya, Mexico, Poland, Russian Federation and United States of America) reported progress.',
  )
  expect(many.links).toHaveLength(12)
  expect(finding(receivedFrom(dozen, yes, statement), 'ru').words).toMatch(
    /^Всего 12 государств \(.*\) сообщили о прогрессе\.$/,
  )
  expect(finding(receivedFrom(dozen, yes, statement), 'zh').words).toMatch(/^共有12个国家（.*）报告了进展。$/)
})

test('counts stand in the right number in each language', () => {
  const received = receivedFrom(['cl', 'it'], yes, { en: 'x' })
  const first = (language: Language) => told(received, language).paragraphs[0]!.sentences[1]!.words
  expect(first('ru')).toContain('2 государства-члена')
  expect(first('ar')).toContain('دولتين عضوين')
  expect(first('fr')).toContain('2 États Membres')
  expect(first('zh')).toContain('2个会员国')
})

test('a call nobody answered says so and nothing else; silence is no information', () => {
  const none = { ...receivedFrom(['cl'], yes, { en: 'x' }), submissions: [], passages: [] }
  const silent = { ...none, invited: none.invited.map((one) => ({ ...one, sent: null })) }
  const { paragraphs, annex } = told(silent, 'en')
  expect(paragraphs.map(({ place }) => place)).toEqual(['asked', 'received'])
  expect(paragraphs[1]!.sentences.map(({ words }) => words)).toEqual([
    'As at 1 March 2013, no submission had been received.',
    'No information had been received from the one other invited; nothing is inferred from that.',
  ])
  expect(annex).toEqual([])
})

test('figures of numbers are exact, whatever the places after the point', () => {
  expect(summed([])).toBeNull()
  expect(summed(['0.1', '0.2'])).toEqual({ sum: '0.3', least: '0.1', middle: '0.15', greatest: '0.2' })
  expect(summed(['-5', '1000000000000000000000.01', '3'])).toEqual({
    ...{ sum: '999999999999999999998.01', least: '-5', middle: '3', greatest: '1000000000000000000000.01' },
  })
  expect(summed(['-0.5'])).toEqual({ sum: '-0.5', least: '-0.5', middle: '-0.5', greatest: '-0.5' })
})

test('an answer to a version that is out no more is counted where its question was asked', () => {
  const received = receivedFrom(['cl'], { ...yes, old: { kind: 'text', text: 'x', language: 'en' } }, { en: 'x' })
  const [first, ...rest] = sampleForm.sections
  const question = { ...first!.questions.find(({ kind }) => kind === 'text')!, id: 'old', when: null }
  const before = { ...sampleForm, sections: [{ ...first!, questions: [...first!.questions, question] }, ...rest] }
  const forms = [
    { version: 2, form: sampleForm, by: 'person:1', at },
    { version: 1, form: before, by: 'person:1', at },
  ]
  const figures = figuresOf({ ...received, forms }, { language: 'en', other: 'Other', paragraph: (path) => path })
  expect(figures.at(-1)).toMatchObject({ question: 'old', submitted: 1, asked: 1, answered: 1 })
})
