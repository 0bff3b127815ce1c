import { describe, expect, it } from 'vitest'
import { readClauses } from './read-clauses.ts'

const read = (text: string, context: string | null = null, organ = 'The General Assembly') =>
  readClauses({ text, context, organ }).map(({ verb, force, addressees, action, conditions, reporting }) => ({
    ...{ verb, force, action, report: reporting.is_report, who: reporting.who },
    to: addressees.map((one) => one.class),
    limits: conditions.map((one) => one.class),
  }))

describe('who is asked', () => {
  it.each([
    ['Requests the Secretary-General submit a plan to the Council;', ['secretary_general']],
    ['Requests the full cooperation of Member States with the Panel;', ['member_states']],
    ['Encourages closer cooperation between development and humanitarian actors;', ['other']],
    ['Urges the adoption of measures, enhancing cooperation among States;', []],
    ['Calls upon States and its Troop- and Police-Contributing Countries to act;', ['member_states', 'member_states']],
    ['Recommends that the entities of the United Nations system formulate plans;', ['un_system_entity']],
    ['Decides that the M23 shall withdraw;', ['other']],
    ['Decides, bearing in mind its mandate, that the Secretariat will function as a hub;', ['secretariat_entity']],
    ['Recalls its decisions that all States shall prevent such acts;', ['member_states']],
    ['Stresses that developing countries should have access to technologies;', []],
    ['Invites Israel, the occupying Power, to act;', ['member_states']],
    [
      'Urges States to accede to, and States parties to implement, the Convention;',
      ['member_states', 'states_parties'],
    ],
    [
      'Invites similar efforts by Member States as well as by regional organizations;',
      ['member_states', 'other_ig_organization'],
    ],
  ] as const)('%s', (text, classes) => {
    expect(read(text)[0]?.to).toEqual(classes)
  })
  it('"them" are those named before, one of each class', () => {
    expect(
      read('Stresses the role of the private sector and other stakeholders, and invites them to contribute;')[1]?.to,
    ).toEqual(['civil_society_private', 'other'])
  })
  it('a nested ask is reported on by whoever it asks', () => {
    expect(
      read('Invites the Secretariat to request Member States to submit to the Secretary-General their views;')[0]?.who,
    ).toBe('Member States')
  })
  it.each([
    [
      'Decides to extend the mandate of the Special Rapporteur on the right to food, with the following functions:',
      'other',
    ],
    ['Decides that the secretariat of the Forum:', 'secretariat_entity'],
  ])('a chapeau that decides names whom its subparagraphs bind: %s', (context, bound) => {
    expect(read('To gather information;', context)[0]?.to).toEqual([bound])
  })
})

describe('where clauses divide', () => {
  it.each([
    [
      'Recalls its resolution, in which it welcomed the plan, recommends that Member States act;',
      ['Recalls', 'recommends'],
    ],
    [
      'Notes the report, welcomes, therefore, the plan, and calls for its implementation;',
      ['Notes', 'welcomes', 'calls for'],
    ],
    ['Underscores the need to act and further demands that the parties agree;', ['Underscores', 'further demands']],
    ['Notes the efforts; furthermore emphasizes that survivors benefit;', ['Notes', 'furthermore emphasizes']],
    ['Urges all mandate holders and invites treaty bodies to monitor the situation;', ['Urges', 'invites']],
    ['Continues to acknowledge the importance of the articles;', ['Continues to acknowledge']],
    ['Renews its commitment to strengthening cooperation;', ['Renews its commitment']],
    ['Expresses deep concern that violations persist, and in this regard:', ['Expresses deep concern']],
    ['Decides that the working group shall have the following mandate:', []],
  ] as const)('%s', (text, verbs) => {
    expect(read(text).map(({ verb }) => verb)).toEqual(verbs)
  })
})

describe('what is to be done', () => {
  it.each([
    [
      'Requests the Secretariat to enhance, within existing mandates, policy advice;',
      'enhance, within existing mandates, policy advice',
    ],
    [
      'Urges States to make trafficking, including looting, a serious crime;',
      'make trafficking, including looting, a serious crime',
    ],
    [
      'Requests the Secretary-General to submit to the Council, at its fifth session, a report;',
      'submit to the Council, at its fifth session, a report',
    ],
    [
      'Invites States to submit proposals for implementing, where appropriate, the plan;',
      'submit proposals for implementing, where appropriate, the plan',
    ],
    ['Welcomes, therefore, the adoption of the plan;', 'the adoption of the plan'],
    ['Expresses concern regarding attempts to prohibit symbols;', 'attempts to prohibit symbols'],
  ])('%s', (text, action) => {
    expect(read(text)[0]?.action).toBe(action)
  })
  it('starts behind what limits it', () => {
    expect(
      read('In accordance with their national law, to explore ways of assisting;', 'Encourages all States:'),
    ).toMatchObject([{ action: 'explore ways of assisting', limits: ['national_law'] }])
  })
})

describe('what limits the act', () => {
  it.each([
    ['Calls upon States to act in accordance with the principle of shared responsibility;', []],
    ['Urges States to ensure penalties consistent with the nature of such acts;', []],
    ['Urges States to provide such support as appropriate advice;', []],
    ['Urges States to warn persons subject to their jurisdiction;', []],
    ['Urges States, whenever humanitarian law is applicable, to act;', ['other']],
    ['Urges States, to the greatest extent possible, to act;', ['other']],
    ['Urges States, in accordance with international law and national legislation, to act;', ['national_law']],
    ['Calls upon the Office, within its organizational mandate, to act;', ['within_mandate']],
    ['Invites States to act and taking into account, as appropriate, the plan;', []],
    ['Urges States and institutions in compliance with the Principles to act;', []],
    ['Calls upon Governments, as well as relevant organizations, to act;', []],
  ] as const)('%s', (text, limits) => {
    expect(read(text)[0]?.limits).toEqual(limits)
  })
})

describe('a report is', () => {
  it.each([
    ['Requests the Office to monitor the situation and report to the Council;', true],
    ['Requests the Secretary-General to update the list and include it in his annual report;', true],
    ['Requests the Secretary-General to provide a report on the situation;', true],
    ['Encourages Member States to provide to UNODC information on victims;', true],
    ['Requests the Office to provide advice to States;', false],
    ['Decides to convene a debate, to inform the Forum of progress;', false],
  ])('%s', (text, report) => {
    expect(read(text)[0]?.report).toBe(report)
  })
})
