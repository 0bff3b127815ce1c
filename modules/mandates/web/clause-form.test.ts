import { readFileSync } from 'node:fs'
import { type Clause, completeClauses, outlineOf, readMandates, readText } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import { type ClauseDraft, draftOf, emptyDraft, stepped } from './clause-draft.ts'
import { draftsIn, givenIn } from './clause-fields.ts'
import { differencesOf } from './reading-differences.ts'

const mandates = ['E-RES-2012-19.txt', 'E-2011-30-chapter-I.txt'].flatMap((name) => {
  const text = readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8')
  const outline = outlineOf(readText(text, { source: name }))
  const organs = new Map(outline.units.map((unit) => [unit.id, unit.organ]))
  return readMandates(outline).map((mandate) => ({ ...mandate, organ: organs.get(mandate.unit) ?? null }))
})

/** What a browser sends of a form that shows these drafts, the empty row at the end of each list included. */
function sent(drafts: readonly ClauseDraft[]): FormData {
  const form = new FormData()
  form.set('clauses', String(drafts.length))
  drafts.forEach((draft, i) => {
    const { addressees, conditions, timings, inherited, report, ...texts } = draft
    for (const [name, value] of Object.entries(texts)) form.set(`c${i}.${name}`, value)
    if (inherited) form.set(`c${i}.inherited`, 'yes')
    if (report) form.set(`c${i}.report`, 'yes')
    const lists = { a: [...addressees, {}], l: [...conditions, {}], t: [...timings, {}] } as const
    for (const [kind, rows] of Object.entries(lists)) {
      rows.forEach((row: object, k) => {
        for (const [name, value] of Object.entries({ asWritten: '', ...row }))
          form.set(`c${i}.${kind}${k}.${name}`, value)
      })
    }
  })
  return form
}

const completedFrom = (form: FormData, { text, context, organ, clauses }: (typeof mandates)[number]) => {
  const given = givenIn(draftsIn(form))
  if ('faults' in given) throw new Error(JSON.stringify(given.faults))
  const paragraph = { text, context: context.length > 0 ? context.join('\n') : null, organ }
  return completeClauses(paragraph, given.clauses, clauses, 'person:1')
}

describe('the form', () => {
  test('sent as it is shown gives every reading of the founding texts again', () => {
    for (const mandate of mandates) {
      const { clauses, faults } = completedFrom(sent(mandate.clauses.map(draftOf)), mandate)
      expect(faults).toEqual([])
      expect(differencesOf(mandate.clauses, clauses)).toEqual([])
    }
  })
  test('a time given by hand is what was given', () => {
    const mandate = mandates.find(({ path }) => path === '17')!
    const [draft] = mandate.clauses.map(draftOf)
    const given = (timing: Partial<ClauseDraft['timings'][number]>) =>
      completedFrom(sent([{ ...draft!, timings: [{ ...draft!.timings[0]!, ...timing }] }]), mandate).clauses[0]
    expect(given({ kind: 'session', number: '23' })).toMatchObject({ due: { kind: 'session', session: 23 } })
    expect(given({ kind: 'session', number: '' })?.timings).toMatchObject([{ relative: 'next', number: null }])
    expect(given({ kind: 'date', from: '2013-05-01' })?.due).toMatchObject({ kind: 'date', date: '2013-05-01' })
    expect(given({ kind: 'window', from: '2013-01-01', to: '2013-03-31' })?.due).toMatchObject({ date: '2013-Q1' })
    expect(given({ kind: 'recurring', every: 'P2Y', from: '2012' })?.due).toMatchObject({
      kind: 'recurring',
      date: 'P2Y/2012',
    })
    expect(given({ kind: 'unclear' })?.timings).toMatchObject([{ kind: 'unclear' }])
  })
  test.each([
    ['c0.force', 'demand', 'request'],
    ['c0.a0.class', 'kings', ''],
    ['clauses', '999', undefined],
  ])('%s out of its list is the usual one: %s', (name, value, expected) => {
    const form = sent([
      { ...emptyDraft, verb: 'Requests', addressees: [{ asWritten: 'x', name: 'x', class: 'other' }] },
    ])
    form.set(name, value)
    const drafts = draftsIn(form)
    expect(drafts.length).toBeLessThanOrEqual(30)
    if (name === 'c0.force') expect(drafts[0]?.force).toBe(expected)
    if (name === 'c0.a0.class') expect(drafts[0]?.addressees[0]?.class).toBe(expected)
  })
  test('what is missing or no time at all is told by its place', () => {
    const timing = {
      ...draftOf(mandates.find(({ path }) => path === '17')!.clauses[0]!).timings[0]!,
      kind: 'date',
      from: 'soon',
    } as const
    expect(givenIn([{ ...emptyDraft, verb: 'Requests', timings: [timing] }])).toEqual({
      faults: [
        { clause: 0, part: 'action', at: 0, code: 'missing', asWritten: '' },
        { clause: 0, part: 'time', at: 0, code: 'not-understood', asWritten: '' },
      ],
    })
    expect(
      givenIn([{ ...emptyDraft, timings: [{ ...timing, kind: 'kept', kept: '{"kind":"session"}' }] }]),
    ).toHaveProperty('faults')
    expect(givenIn([{ ...emptyDraft, timings: [{ ...timing, kind: 'kept', kept: 'nonsense' }] }])).toHaveProperty(
      'faults',
    )
  })
})

describe('the buttons of the form', () => {
  const a = {
    ...emptyDraft,
    verb: 'Requests',
    action: 'one',
    toWhom: 'A',
    addressees: [{ asWritten: 'x', name: 'X', class: '' as const }],
  }
  const b = {
    ...a,
    action: 'two',
    toWhom: 'B',
    addressees: [...a.addressees, { asWritten: 'y', name: 'Y', class: '' as const }],
  }
  test.each([
    ['add', ['one', 'two', '']],
    ['split:0', ['one', '', 'two']],
    ['join:0', ['one']],
    ['join:1', ['one', 'two']],
    ['remove:0', ['two']],
    ['remove:7', ['one', 'two']],
    ['dance:0', ['one', 'two']],
  ])('%s', (step, actions) => {
    expect(stepped([a, b], step).map(({ action }) => action)).toEqual(actions)
  })
  test('joining names everybody once', () => {
    expect(stepped([a, b], 'join:0')[0]).toMatchObject({ toWhom: 'A; B', addressees: [{ name: 'X' }, { name: 'Y' }] })
  })
})

test('differences say which part of which clause', () => {
  const clauses = mandates.find(({ path }) => path === '4')!.clauses
  const [first, second] = clauses as [Clause, Clause]
  const other = { ...first, force: 'request' as const, addressees: [{ ...first.addressees[0]!, name: 'WHO' }] }
  expect(differencesOf(clauses, [other])).toEqual([
    { verb: 'Invites', part: 'force', one: 'recommendation', other: 'request' },
    {
      verb: 'Invites',
      part: 'addressees',
      one: expect.stringContaining('UNODC'),
      other: expect.stringContaining('WHO'),
    },
    { verb: second.verb, part: 'clause', one: expect.stringContaining('UNODC'), other: null },
  ])
})
