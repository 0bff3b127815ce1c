import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import type { CallProposal } from './call.ts'
import { workingDay } from './counting-back.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'

let rooms: SubmissionRooms
let officer: Visitor
let today = '2012-10-01'
beforeAll(async () => {
  rooms = await submissionRooms(() => new Date(`${today}T09:00:00Z`))
  officer = await rooms.person('officer')
})
afterAll(() => rooms.close())

async function proposed(mandate: string, at = '2012-10-01', weeks?: number): Promise<CallProposal> {
  today = at
  const proposal = await rooms.submissions.propose(mandate, officer, weeks)
  if (!proposal) throw new Error(`no proposal for ${mandate}`)
  return proposal
}
const actors = ({ addressees }: CallProposal) => addressees.map(({ actor }) => actor)

test('2012/19, paragraph 4: States and organizations, whom UNODC is to ask, for the report to CCPCJ 22', async () => {
  const proposal = await proposed('E/RES/2012/19#4')
  expect(actors(proposal)).toEqual(['member-states', 'international-organizations'])
  expect(proposal.words).toMatchObject({
    caller: 'unodc',
    report: { body: 'CCPCJ', session: 22, obligation: 'E/RES/2012/19#4/4' },
    deadline: '2013-01-14',
    subject: {
      en: 'Ways and means of enhancing the effectiveness of international cooperation in countering criminal and terrorist threats and challenges to the tourism sector',
    },
  })
  expect(proposal.counted).toEqual({
    body: 'CCPCJ',
    session: 22,
    starts: '2013-04-22',
    reportBy: '2013-02-11',
    weeks: 4,
  })
  expect(proposal.text).toBeNull()
  expect(proposal.words.introduction.fr).toMatch(/^E\/RES\/2012\/19, paragraphe 4 : « Invites the United Nations/)
})

test('A-III, paragraph 8: Member States comment on a model treaty, for the report of the Secretariat', async () => {
  const proposal = await proposed('E/2011/30#A/Draft resolution III#8')
  expect(actors(proposal)).toEqual(['member-states'])
  expect(proposal.words).toMatchObject({
    caller: 'secretariat',
    report: { body: 'CCPCJ', session: 22, obligation: 'E/2011/30#A/Draft resolution III#8/2' },
  })
  expect(proposal.words.subject.en).toMatch(/^The model treaty for the prevention of crimes/)
  expect(proposal.words.introduction.en).toMatch(/^E\/2011\/30, A\/Draft resolution III, paragraph 8: “Invites Member/)
})

test('the text comments are asked on is found once the register holds it', async () => {
  const text = [
    '# Model treaty for the prevention of crimes that infringe on the cultural heritage of peoples in the form of movable property',
    '',
    '*The General Assembly*,',
    '',
    '*Recalling* its resolution 45/121 of 14 December 1990,',
    '',
    '1. *Decides* that each State Party shall prohibit the import of stolen movable cultural property;',
    '',
    '2. *Requests* the Secretary-General to circulate the present text.',
  ].join('\n')
  const imported = await rooms.documents.importText({
    fileName: 'model-treaty.md',
    bytes: new TextEncoder().encode(text),
    facts: {
      symbol: 'A/CONF.144/28',
      title:
        'Model treaty for the prevention of crimes that infringe on the cultural heritage of peoples in the form of movable property',
    },
    by: 'system:test',
  })
  expect(imported.state).toBe('imported')
  const proposal = await proposed('E/2011/30#A/Draft resolution III#8')
  expect(proposal.text).toMatchObject({ document: 'A/CONF.144/28', paths: [] })
  expect((await proposed('E/RES/2012/19#4')).text).toBeNull()
})

test('A-I, paragraph 4: suggestions for a congress, reported on by the Secretary-General at CCPCJ 21', async () => {
  const proposal = await proposed('E/2011/30#A/Draft resolution I#4', '2011-09-01')
  expect(actors(proposal)).toEqual(['member-states'])
  expect(proposal.words).toMatchObject({
    caller: 'secretary-general',
    report: { body: 'CCPCJ', session: 21 },
    deadline: '2012-01-16',
  })
  expect(proposal.words.subject.en).toMatch(/^The overall theme, the agenda items and the topics/)
})

test('B-I, paragraph 16: a survey of the needs of States, for the report on the whole text', async () => {
  const proposal = await proposed('E/2011/30#B/Draft resolution I#16', '2011-09-01')
  expect(actors(proposal)).toEqual(['states'])
  expect(proposal.words).toMatchObject({
    caller: 'unodc',
    report: { body: 'CCPCJ', session: 23, obligation: 'E/2011/30#B/Draft resolution I#21/1' },
  })
  expect(proposal.words.subject.en).toMatch(/^Assessment of the needs of States for training/)
})

test('20/7, paragraph 5: views exchanged by Member States, who are asked by themselves', async () => {
  const proposal = await proposed('E/2011/30#D/Resolution 20/7#5')
  expect(actors(proposal)).toContain('member-states')
  expect(proposal.words.report).toMatchObject({ body: 'CCPCJ', session: 22 })
})

test('the office may ask for more weeks, and gets fewer where time is short; when it is over there is no day', async () => {
  expect((await proposed('E/RES/2012/19#4', '2012-10-01', 6)).words.deadline).toBe('2012-12-31')
  const short = await proposed('E/RES/2012/19#4', '2013-01-20')
  expect([short.words.deadline, short.counted?.weeks]).toEqual(['2013-01-21', 3])
  const over = await proposed('E/RES/2012/19#4', '2013-02-11')
  expect([over.words.deadline, over.counted]).toEqual([null, null])
  expect(over.words.report).toMatchObject({ body: 'CCPCJ', session: 22 })
})

test('a deadline is a working day', () => {
  expect(['2013-01-12', '2013-01-13', '2013-01-14', '2013-01-01', '2012-12-25'].map(workingDay)).toEqual([
    '2013-01-11',
    '2013-01-11',
    '2013-01-14',
    '2012-12-31',
    '2012-12-24',
  ])
})

test('nothing is proposed to who may not call, or where there is no such paragraph', async () => {
  expect(await rooms.submissions.propose('E/RES/2012/19#4', anybody)).toBeNull()
  expect(await rooms.submissions.propose('E/RES/2012/19#99', officer)).toBeNull()
})
