import { describe, expect, test } from 'vitest'
import type { Dossier, Reply, Update } from '#modules/followup'
import { directoryOf, shippedActors } from '#modules/parties'
import { compile } from './compile.ts'
import { layOut } from './layout.ts'
import { reportedBy, sizeOf } from './record.ts'
import { textOf } from './sheet.ts'
import { factsFor } from './testing/sample-register.ts'
import { inEnglish } from './words.ts'

const directory = directoryOf(shippedActors())

function update(id: string, more: Partial<Update> = {}): Update {
  return {
    id,
    state: 'published',
    status: 'in_progress',
    acceptance: null,
    asOf: '2013-02-01',
    narrative: `What update ${id} says.`,
    language: 'en',
    reason: null,
    corrects: null,
    submission: null,
    by: 'person:7',
    onBehalf: false,
    at: '2013-02-02T10:00:00.000Z',
    cleared: { by: 'person:7', at: '2013-02-03T10:00:00.000Z' },
    withdrawn: null,
    evidence: [],
    ...more,
  }
}

const reply = (actor: string, updates: readonly Update[]): Reply => ({
  actor,
  actorName: directory.actor(actor)?.name.en ?? actor,
  status: updates[0]?.status ?? 'no_information',
  acceptance: null,
  answers: null,
  chain: [],
  handovers: [],
  acts: updates.length,
  updates,
})

const id = 'E/RES/2012/19#4/2'
const dossier = (...replies: readonly Reply[]): Pick<Dossier, 'id' | 'replies'> => ({ id, replies })
const day = '2013-04-01'

describe('what a dossier said on a day', () => {
  test('drafts, and what went out later, are not seen', () => {
    expect(reportedBy(dossier(reply('unodc', [update('1', { cleared: null, state: 'draft' })])), day)).toEqual([])
    const later = update('2', { cleared: { by: 'person:7', at: '2013-04-02T00:00:00.000Z' } })
    expect(reportedBy(dossier(reply('unodc', [later, update('1')])), day).map((said) => said.narrative)).toEqual([
      'What update 1 says.',
    ])
  })

  test('what is withdrawn or replaced later was there on the day', () => {
    const withdrawn = update('1', {
      state: 'withdrawn',
      withdrawn: { by: 'p', at: '2013-05-01T00:00:00Z', reason: null },
    })
    const replaced = update('2', { state: 'replaced' })
    const correction = update('3', { corrects: '2', cleared: { by: 'p', at: '2013-05-01T00:00:00Z' } })
    expect(reportedBy(dossier(reply('cl', [withdrawn])), day)).toHaveLength(1)
    expect(reportedBy(dossier(reply('cl', [withdrawn])), '2013-05-01')).toEqual([])
    const both = dossier(reply('cl', [correction, replaced]))
    expect(reportedBy(both, day)[0]?.narrative).toBe('What update 2 says.')
    expect(reportedBy(both, '2013-05-01')[0]?.narrative).toBe('What update 3 says.')
  })

  test('each actor says one thing, the one with the newest facts', () => {
    const said = reportedBy(
      dossier(reply('cl', [update('2', { asOf: '2013-01-01' }), update('1')]), reply('no', [update('3')])),
      day,
    )
    expect(said.map(({ actor, narrative }) => `${actor}: ${narrative}`)).toEqual([
      'cl: What update 1 says.',
      'no: What update 3 says.',
    ])
  })
})

test.each([
  ['unodc', 1],
  ['cl', 1],
  ['member-states', 193],
  ['nobody-known', null],
])('%s stands for %s', (actor, size) => expect(sizeOf(actor, directory)).toBe(size))

describe('the report', () => {
  const replies = [
    reply('cl', [update('1', { status: 'implemented', reason: null, evidence: [evidence()] })]),
    reply('no', [update('2', { reason: 'The law is before parliament.' })]),
  ]
  const facts = factsFor(22)
  const recorded = {
    reported: new Map([[facts.due[0]!.obligation, reportedBy(dossier(...replies), day)]]),
    asked: new Map([[facts.due[0]!.obligation, 193]]),
  }
  const report = compile({ ...facts, recorded }, inEnglish)
  const [entry] = report.entries

  test('counts with the denominator and links to where the answers stand', () => {
    expect(entry?.status).toContain('2 of 193 reported (Implemented: 1, In progress: 1)')
    expect(entry?.statusAddress).toMatch(/^\/dossiers\//)
    expect(report.figures.map(({ words }) => words)).toContain('2 answers')
  })

  test('says what was said, by whom, why only in part and on what it rests', () => {
    const said = textOf(layOut(report, inEnglish)).join('\n')
    expect(said).toContain(
      'Chile (Implemented, 1 February 2013): What update 1 says. Evidence: The law, https://law.example/1',
    )
    expect(said).toContain('Norway (In progress, 1 February 2013): What update 2 says. Reason given: The law is before')
  })

  test('what nobody answered stays no information', () => {
    const rest = report.entries.slice(1).map(({ status }) => status)
    expect(new Set(rest)).toEqual(new Set(['No information']))
    expect(report.summary.join(' ')).toContain('no information on implementation for 5 of these paragraphs')
  })
})

function evidence(): Update['evidence'][number] {
  return {
    id: '9',
    title: 'The law',
    content: { kind: 'link', url: 'https://law.example/1' },
    by: 'person:7',
    at: '2013-02-03T10:00:00.000Z',
    withdrawn: null,
  }
}
