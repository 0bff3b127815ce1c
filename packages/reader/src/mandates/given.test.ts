import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outlineOf, readMandates, readText } from '../index.ts'
import type { Clause } from './clause.ts'
import { completeClauses, type GivenClause } from './given.ts'
import { readClauses } from './read-clauses.ts'

const outlines = ['E-RES-2012-19.txt', 'E-2011-30-chapter-I.txt'].map((name) => {
  const path = new URL(`../../../../samples/${name}`, import.meta.url)
  return outlineOf(readText(readFileSync(path, 'utf8'), { source: name }))
})
const organs = new Map(outlines.flatMap((outline) => outline.units.map((unit) => [unit.id, unit.organ] as const)))
const mandates = outlines.flatMap((outline) => readMandates(outline))

/** A clause as it stands in a form: what a person may change, and nothing that follows from it. */
const givenOf = ({
  verb,
  inherited,
  force,
  addressees,
  action,
  conditions,
  timings,
  reporting,
}: Clause): GivenClause => ({
  verb,
  inherited,
  force,
  addressees: addressees.map(({ asWritten, name, class: group }) => ({ asWritten, name, class: group })),
  action,
  conditions,
  timings,
  reporting: { is_report: reporting.is_report, to_whom: reporting.to_whom, on_what: reporting.on_what },
})

describe('what a person leaves as the rules read it', () => {
  it('is completed to the same clauses', () => {
    for (const { unit, text, context, clauses } of mandates) {
      const paragraph = {
        text,
        context: context.length > 0 ? context.join('\n') : null,
        organ: organs.get(unit) ?? null,
      }
      const done = completeClauses(paragraph, clauses.map(givenOf), clauses, 'person:1')
      expect(done.faults).toEqual([])
      const plain = ({ doubts: _doubts, ...clause }: Clause) => ({ ...clause, by: 'person:1', certainty: 1 })
      expect(done.clauses).toEqual(clauses.map(plain))
    }
  })
  it('gives the same obligations, certain and by that person', () => {
    for (const outline of outlines) {
      const persons = readMandates(outline, (_paragraph, rules) => ({
        clauses: structuredClone(rules),
        by: 'person:1',
      }))
      const rules = readMandates(outline)
      expect(persons.map(({ rules: _rules, ...one }) => one)).toEqual(
        rules.map((one) => ({
          ...one,
          obligations: one.obligations.map((obligation) => ({ ...obligation, by: 'person:1', certainty: 1 })),
        })),
      )
      expect(persons.map((one) => one.rules)).toEqual(rules.map((one) => one.clauses))
    }
  })
})

describe('what a person changes', () => {
  const text =
    'Requests the United Nations Office on Drugs and Crime to assist Member States, upon request, and to report thereon to the Commission on Crime Prevention and Criminal Justice at its twenty-second session;'
  const paragraph = { text, context: null, organ: 'The Economic and Social Council' }
  const rules = readClauses(paragraph)
  const own = givenOf(rules[0]!)
  const complete = (...given: readonly GivenClause[]) => completeClauses(paragraph, given, rules, 'person:1')

  it('may be given by its words alone: the rules name who and when', () => {
    const { clauses, faults } = complete({
      ...own,
      addressees: [{ asWritten: 'Member States', name: null, class: null }],
      timings: [{ kind: 'as-read', asWritten: 'at its twenty-second session' }],
    })
    expect(faults).toEqual([])
    expect(clauses[0]).toMatchObject({
      addressees: [{ name: 'Member States', class: 'member_states' }],
      timings: [{ kind: 'session', number: 22 }],
      due: { kind: 'session', session: 22 },
    })
  })
  it('must stand in the text', () => {
    const { faults } = complete({
      ...own,
      verb: '',
      addressees: [{ asWritten: 'the Owls', name: null, class: null }],
      conditions: [{ asWritten: 'on Sundays', class: 'other' }],
      timings: [{ kind: 'as-read', asWritten: 'Member States' }],
    })
    expect(faults.map(({ part, code }) => `${part} ${code}`)).toEqual([
      'verb missing',
      'addressee not-in-text',
      'addressee not-understood',
      'condition not-in-text',
      'time not-understood',
    ])
  })
  it('may split one verb over two clauses, each with its own time and report', () => {
    const { clauses, faults } = complete(
      {
        ...own,
        action: 'assist Member States',
        timings: [],
        reporting: { is_report: false, to_whom: null, on_what: null },
      },
      { ...own, action: 'report thereon', conditions: [] },
    )
    expect(faults).toEqual([])
    const outline = outlineOf(readText(`The Economic and Social Council,\n\n1. ${text}\n`, { source: 'x.txt' }))
    const [reading] = readMandates(outline, () => ({ clauses, by: 'person:1' }))
    expect(reading?.obligations.map(({ kind, action, toWhom }) => ({ kind, action, toWhom }))).toEqual([
      { kind: 'other', action: 'assist Member States', toWhom: [] },
      { kind: 'report', action: 'report thereon', toWhom: ['Commission on Crime Prevention and Criminal Justice'] },
    ])
  })
  it('may say that something is a report where the rules find none', () => {
    const { clauses } = complete({
      ...own,
      action: 'assist Member States',
      reporting: { is_report: true, to_whom: 'General Assembly', on_what: null },
    })
    const outline = outlineOf(readText(`The Economic and Social Council,\n\n1. ${text}\n`, { source: 'x.txt' }))
    const [reading] = readMandates(outline, () => ({ clauses, by: 'person:1' }))
    expect(
      reading?.obligations.some(({ kind, toWhom }) => kind === 'report' && toWhom.includes('General Assembly')),
    ).toBe(true)
  })
})
