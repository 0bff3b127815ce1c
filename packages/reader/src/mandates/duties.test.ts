import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outlineOf, readMandates, readText } from '../index.ts'
import type { ObligationReading } from './obligation.ts'

const sample = (name: string) => {
  const path = new URL(`../../../../samples/${name}`, import.meta.url)
  return readMandates(outlineOf(readText(readFileSync(path, 'utf8'), { source: name })))
}
const mandates = [...sample('E-RES-2012-19.txt'), ...sample('E-2011-30-chapter-I.txt')]
const obligations = mandates.flatMap((mandate) => mandate.obligations)

const crime = 'Commission on Crime Prevention and Criminal Justice'
const drugs = 'Commission on Narcotic Drugs'
const governance =
  'standing open-ended intergovernmental working group on improving the governance and financial situation of UNODC'
const experts = 'open-ended intergovernmental expert group on protection against trafficking in cultural property'
const director = 'UNODC Executive Director'
const secretaryGeneral = 'Secretary-General'
const present = 'the implementation of the present resolution'

type Duty = readonly [
  unit: string,
  path: string,
  who: readonly string[],
  toWhom: readonly string[],
  when: readonly string[],
  subject: string,
]

/**
 * The reporting duties of the two founding texts, written by hand from the table of duties (who, to whom, when, on
 * what). `22` is the regular part of the twenty-second session of the first body in `toWhom`, `20r` a reconvened one.
 */
const duties: readonly Duty[] = [
  ['E/RES/2012/19', '3', [director], ['Member States'], ['none'], 'the progress of the work of the task force'],
  ['E/RES/2012/19', '4', ['UNODC'], [crime], [`${crime} 22`], 'those submissions'],
  ['E/RES/2012/19', '17', [secretaryGeneral], [crime], [`${crime} 22`], present],
  ['A/Draft resolution I', '4', [secretaryGeneral], [crime], [`${crime} 21`], 'the suggestions made by Member States'],
  ['A/Draft resolution II', '12', [secretaryGeneral], ['General Assembly'], ['General Assembly 67'], present],
  [
    'A/Draft resolution III',
    '3',
    ['Member States', 'donors'],
    [crime],
    [`${crime} 22`],
    'practical proposals for implementing',
  ],
  [
    'A/Draft resolution III',
    '8',
    ['Secretariat'],
    [experts, crime],
    [`${experts} next`, `${crime} 22`],
    'an analysis and a report',
  ],
  ['A/Draft resolution III', '10', [secretaryGeneral], [crime], [`${crime} 22`], present],
  [
    'A/Draft resolution IV',
    '18',
    [director],
    [crime],
    [`${crime} 22`],
    'measures taken and progress achieved in the implementation of the present resolution',
  ],
  ['B/Draft resolution I', '21', [secretaryGeneral], [crime], [`${crime} 23`], present],
  ['B/Draft resolution II', '15', ['UNODC'], [governance], ['none'], 'progress made'],
  ['B/Draft resolution II', '15', ['UNODC'], [crime], [`${crime} 21`], 'progress made in such implementation'],
  ['B/Draft resolution III', '10', [secretaryGeneral], [crime], [`${crime} 22`], present],
  ['B/Draft resolution IV', '12', [secretaryGeneral], [crime], [`${crime} 22`], present],
  [
    'D/Resolution 20/1',
    '4',
    ['Secretariat', governance],
    [crime, drugs],
    [`${crime} 20 reconvened`, `${drugs} 54 reconvened`],
    'such a strategy',
  ],
  [
    'D/Resolution 20/1',
    '7',
    ['Secretariat'],
    [crime],
    [`${crime} 20 reconvened`],
    'measures planned and taken in this regard',
  ],
  [
    'D/Resolution 20/1',
    '9',
    [governance],
    [crime, drugs],
    [`${crime} 20 reconvened`, `${drugs} 54 reconvened`],
    'recommendations for appropriate follow-up',
  ],
  [
    'D/Resolution 20/1',
    '10',
    [governance],
    [crime],
    [`${crime} 20 reconvened`],
    'explore the possibility of creating, if possible by the end of 2011, an internal system',
  ],
  ['D/Resolution 20/1', '11', [director], [governance], ['none'], 'such thematic and regional programmes'],
  [
    'D/Resolution 20/1',
    '11',
    [director],
    [crime, drugs],
    [`${crime} 20 reconvened`, `${drugs} 54 reconvened`],
    'progress made in such implementation',
  ],
  [
    'D/Resolution 20/1',
    '18',
    ['Secretariat'],
    [crime],
    [`${crime} 20 reconvened`],
    'employ transparent and uniform criteria in applying the programme support charge',
  ],
  ['D/Resolution 20/1', '20', [governance], [crime], [`${crime} 20 reconvened`], 'this matter'],
  [
    'D/Resolution 20/1',
    '21(f)',
    ['Secretariat'],
    [crime],
    [`every P1Y ${crime} regular`],
    'the implementation of resolutions',
  ],
  [
    'D/Resolution 20/3',
    '10',
    ['UNODC'],
    [],
    ['every P2Y from 2012'],
    'patterns, forms and flows of trafficking in persons at all levels',
  ],
  ['D/Resolution 20/3', '12', [secretaryGeneral], [crime], [`${crime} 21`], present],
  [
    'D/Resolution 20/5',
    '3',
    ['UNODC'],
    ['Member States'],
    ['regularly'],
    'the implementation of its relevant programmes',
  ],
  [
    'D/Resolution 20/5',
    '4',
    ['UNODC'],
    ['Member States'],
    ['regularly'],
    'the implementation of its counter-piracy programme',
  ],
  ['D/Resolution 20/5', '12', [director], [crime], [`${crime} 22`], present],
  ['D/Resolution 20/6', '9', [director], [crime], [`${crime} 22`], present],
  ['D/Resolution 20/7', '7', [secretaryGeneral], [crime], [`${crime} 22`], present],
]

function when(obligation: ObligationReading): readonly string[] {
  return obligation.timings.map((t) => {
    if (t.kind === 'session') {
      const part = t.part === 'reconvened' ? ' reconvened' : ''
      return `${t.body} ${t.number ?? t.year ?? t.relative}${part}`
    }
    if (t.kind === 'recurring') {
      if (t.every === null) return 'regularly'
      return `every ${t.every}${t.startYear ? ` from ${t.startYear}` : ''}${t.part ? ` ${t.body} ${t.part}` : ''}`
    }
    return t.kind
  })
}

const at = (unit: string, path: string) => obligations.filter((o) => o.unit === unit && o.path === path)

describe('reporting duties of the two founding texts', () => {
  it('are exactly the rows of the table', () => {
    const found = obligations
      .filter((o) => o.kind === 'report')
      .map((o) => `${o.unit}#${o.path} ${o.actor.name} -> ${o.toWhom.join(', ')}`)
    const wanted = duties.flatMap(([unit, path, who, toWhom]) =>
      who.map((name) => `${unit}#${path} ${name} -> ${toWhom.join(', ')}`),
    )
    expect([...found].sort()).toEqual([...wanted].sort())
  })
  it.each(duties)('%s %s', (unit, path, who, toWhom, due, subject) => {
    for (const name of who) {
      const reports = at(unit, path).filter(
        (o) => o.kind === 'report' && o.actor.name === name && o.toWhom.join() === toWhom.join(),
      )
      expect(reports).toHaveLength(1)
      expect(when(reports[0]!)).toEqual(due)
      expect(reports[0]!.subject).toContain(subject)
    }
  })
})

describe('what else falls on a session', () => {
  const dated = obligations.filter((o) => o.kind !== 'report' && o.timings.some((t) => t.kind === 'session'))
  it('is an event or another act, never a report', () => {
    expect(dated.map((o) => [o.unit, o.path, o.kind, when(o).join()])).toEqual([
      ['A/Draft resolution I', '6', 'other', `${crime} 21`],
      ['B/Draft resolution IV', '7', 'event', `${crime} 22`],
      ['C/Draft decision I', '(b)', 'event', `${crime} 21`],
      ['C/Draft decision II', '(d)', 'event', `${crime} 2013`],
    ])
  })
  it('shows the sharing of experience without a time', () => {
    const share = at('B/Draft resolution IV', '7').filter((o) => o.kind === 'other')
    expect(share.map((o) => [o.actor.name, when(o).join()])).toEqual([['Member States', 'none']])
  })
  it('has the meetings of the working group as an event in two quarters', () => {
    const [meetings] = at('C/Draft decision II', '(e)')
    expect(meetings?.kind).toBe('event')
    expect(meetings?.timings.flatMap((t) => (t.kind === 'window' ? [t.from] : []))).toEqual([
      '2012-01-01',
      '2013-01-01',
    ])
  })
})

describe('what is no duty', () => {
  it.each([
    ['E/RES/2012/19', '2'],
    ['C/Draft decision I', '(a)'],
    ['C/Draft decision I', '(e)'],
    ['A/Draft resolution III', '1'],
    ['A/Draft resolution III', '4'],
    ['B/Draft resolution II', '9'],
  ])('%s %s asks nothing of anybody', (unit, path) => {
    expect(mandates.some((m) => m.unit === unit && m.path === path)).toBe(true)
    expect(at(unit, path)).toEqual([])
  })
})

describe('nested asks', () => {
  it('unfold into three linked steps', () => {
    const [ask, states, organizations, report] = at('E/RES/2012/19', '4')
    expect([ask?.actor.name, states?.actor.name, organizations?.actor.class, report?.actor.name].slice(0, 2)).toEqual([
      'UNODC',
      'Member States',
    ])
    expect(ask?.links).toEqual([
      { how: 'asks-for', to: states?.id },
      { how: 'asks-for', to: organizations?.id },
    ])
    expect(states?.toWhom).toEqual(['UNODC'])
    expect(states?.links).toEqual([{ how: 'feeds', to: report?.id }])
    expect(organizations?.links).toEqual([{ how: 'feeds', to: report?.id }])
  })
  it.each([
    ['A/Draft resolution I', '4', 'Member States'],
    ['A/Draft resolution III', '8', 'Member States'],
  ])('%s %s: what States give feeds the report', (unit, path, who) => {
    const list = at(unit, path)
    const report = list.find((o) => o.kind === 'report')
    expect(list.find((o) => o.actor.name === who)?.links).toEqual([{ how: 'feeds', to: report?.id }])
  })
})

describe('all obligations', () => {
  it('have ids of their own and never an empty list of times', () => {
    expect(new Set(obligations.map((o) => o.id)).size).toBe(obligations.length)
    expect(obligations.every((o) => o.timings.length > 0 && o.actor.name !== '' && o.action !== '')).toBe(true)
  })
  it('agree with the reviewed list (vitest -u records it anew)', async () => {
    const lines = obligations.map((o) =>
      [
        o.id,
        o.kind,
        o.force,
        o.actor.name,
        o.action,
        o.subject ?? '-',
        o.toWhom.join('; ') || '-',
        when(o).join('; '),
        o.continuing ? 'continuing' : '-',
        o.links.map((l) => `${l.how} ${l.to}`).join('; ') || '-',
      ].join(' | '),
    )
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./__snapshots__/obligations.txt')
  })
})
