import { expect, test } from 'vitest'
import { toAkn } from '../akn/to-akn.ts'
import { readAkomaNtoso } from '../files/akoma-ntoso.ts'
import type { Language } from '../languages.ts'
import type { OutlineUnit } from '../outline.ts'
import { outlineOf } from './outline-of.ts'
import { readText } from './read-text.ts'

const unit = (text: string, language: Language = 'en'): OutlineUnit => outlineOf(readText(text, { language })).units[0]!
const adopted = (end: string, language: Language = 'en', organ = 'The Human Rights Council,', verb = '1. Decides.') =>
  unit(`${organ}\n\n${verb}\n\n${end}`, language).adopted

test('meeting, date and a vote with its lists', () => {
  expect(
    adopted(
      '37th meeting\n\n1 October 2010\n\n[Adopted by a recorded vote of 3 to 1, with no abstentions. The voting was as follows:\n\nIn favour:\n\nAngola, Bolivia (Plurinational State of), Côte d’Ivoire\n\nAgainst:\n\nBosnia and Herzegovina]',
    ),
  ).toMatchObject({
    date: '2010-10-01',
    meeting: '37th meeting',
    meetingNumber: 37,
    vote: {
      form: 'recorded',
      inFavour: 3,
      against: 1,
      abstaining: 0,
      voters: {
        inFavour: ['Angola', 'Bolivia (Plurinational State of)', 'Côte d’Ivoire'],
        against: ['Bosnia and Herzegovina'],
        abstaining: [],
      },
    },
  })
  expect(adopted('37th meeting\n\n1 October 2010\n\n[Adopted without a vote.]')?.vote).toMatchObject({
    form: 'without-vote',
    inFavour: null,
    voters: null,
  })
  expect(adopted('37th meeting\n\n1 October 2010')?.vote).toBeUndefined()
})

test.each([
  [
    'fr',
    'Le Conseil des droits de l’homme,',
    '1. Décide d’agir.',
    '[Adoptée à l’issue d’un vote enregistré par 3 voix contre 1, avec 2 abstentions. Les voix se sont réparties comme suit :Ont voté pour:\n\nAngola, Bénin et Chine ;Ont voté contre:\n\nCuba ;Se sont abstenus:\n\nGhana, Inde.]',
  ],
  [
    'es',
    'El Consejo de Derechos Humanos,',
    '1. Decide actuar.',
    '[Aprobada en votación registrada por 3 votos contra 1 y 2 abstenciones. El resultado fue el siguiente:Votos a favor:\n\nAngola, Benin y China.Votos en contra:\n\nCuba.Abstenciones:\n\nGhana, India.]',
  ],
  [
    'ru',
    'Совет по правам человека,',
    '1. постановляет действовать.',
    '[Принята в результате заносимого в отчет о заседании голосования 3 голосами против 1 при 2 воздержавшихся. Голоса распределились следующим образом:Голосовали за:\n\nАнгола, Бенин, КитайГолосовали против:\n\nКубаВоздержались:\n\nГана, Индия.]',
  ],
  [
    'zh',
    '人权理事会，',
    '1. 决定采取行动。',
    '[经记录表决，以3票赞成、1票反对、2票弃权获得通过。表决结果如下：赞成：\n\n安哥拉、贝宁、中国反对：\n\n古巴弃权：\n\n加纳、印度]',
  ],
  [
    'ar',
    'إن مجلس حقوق الإنسان،',
    '1- يقرر العمل.',
    '[اعتُمد بتصويت مسجل بأغلبية 3 أصوات مقابل 1 صوت، وامتناع 2 عضواً عن التصويت. وكانت نتيجة التصويت كما يلي:المؤيدون:\n\nأنغولا، بنن، الصين\n\nالمعارضون:\n\nكوبا الممتنعون عن التصويت:\n\nغانا، الهند]',
  ],
] as const)('a vote in %s', (language, organ, verb, end) => {
  const vote = adopted(end, language, organ, verb)?.vote
  expect(vote).toMatchObject({ form: 'recorded', inFavour: 3, against: 1, abstaining: 2 })
  expect(Object.values(vote?.voters ?? {}).map((names) => names.length)).toEqual([3, 1, 2])
})

const statement = [
  'Security Council',
  'S/PRST/2011/4',
  'Statement by the President of the Security Council',
  'At the 6479th meeting of the Security Council, held on 11 February 2011, in connection with the item entitled “Peace”, the President made the following statement on behalf of the Council:',
  '“The Security Council reaffirms its primary responsibility.',
  '“The Security Council, in this regard, will continue its work.',
  '“The Security Council requests the Secretary-General to report.”',
].join('\n\n')

test('a statement by whoever presides: its paragraphs are cited by their place', () => {
  const { type, form, id, organ, adopted, items } = unit(statement)
  expect({ type, form, id, organ, adopted }).toEqual({
    type: 'other',
    form: 'statement',
    id: 'S/PRST/2011/4',
    organ: 'The Security Council',
    adopted: { date: '2011-02-11', meeting: '6479th meeting', meetingNumber: 6479 },
  })
  expect(items.map(({ kind, path, opening }) => [kind, path, opening]).slice(3)).toEqual([
    ['frontmatter', null, null],
    ['operative', '1', 'reaffirms'],
    ['operative', '2', null],
    ['operative', '3', 'requests'],
  ])
})

test('a statement with a preamble and numbers is read as a resolution is', () => {
  const { form, number, organ, items } = unit(
    'Human Rights Council\n\nStatement by the President\n\nPRST 29/1. Enhancing the efficiency\n\nAt the 45th meeting, held on 3 July 2015, the President made the following statement:\n\n“The Human Rights Council,\n\nRecalling its resolution 5/1,\n\n1. Decides to improve the calendar;\n\n2. Requests a report.”',
  )
  expect({ form, number, organ }).toEqual({ form: 'statement', number: '29/1', organ: 'The Human Rights Council' })
  expect(items.map(({ kind, path }) => [kind, path])).toEqual([
    ['frontmatter', null],
    ['frontmatter', null],
    ['title', null],
    ['frontmatter', null],
    ['organ', null],
    ['preambular', null],
    ['operative', '1'],
    ['operative', '2'],
  ])
})

test('a resolution that speaks of a statement is none', () => {
  const text =
    '2532 (2020). Title\n\nThe Security Council,\n\nRecalling the statement by its President,\n\n1. Decides to remain seized.'
  expect(unit(text)).toMatchObject({ type: 'resolution' })
  expect(unit(text).form).toBeUndefined()
})

test('votes and statements are written as Akoma Ntoso and come back', () => {
  for (const text of [
    statement,
    'The Human Rights Council,\n\n1. Decides.\n\n37th meeting\n\n1 October 2010\n\n[Adopted by a recorded vote of 24 to 8, with 15 abstentions.]',
  ]) {
    const tree = readText(text)
    expect(readAkomaNtoso(toAkn(tree))).toEqual({ tree })
  }
  expect(toAkn(readText(statement))).toContain('<statement name="statement"')
  expect(
    toAkn(readText('The Council,\n\n1. Acts.\n\n[Adopted by a recorded vote of 24 to 8, with 15 abstentions.]')),
  ).toContain('<count eId="voting_1__count_in-favour" value="24" refersTo="#in-favour"/>')
})

test('the day of a text whose masthead names a meeting, also where a narrow column breaks before the day', () => {
  const masthead = (line: string) => unit(`Resolution 2505 (2020)\n${line}\nThe Security Council,\n1. Decides.`).adopted
  expect(masthead('Adopted by the Security Council at its 8701st meeting, on 13 January 2020')?.date).toBe('2020-01-13')
  expect(masthead('Adopted by the Security Council at its 8701st meeting, on\n13 January 2020')?.date).toBe(
    '2020-01-13',
  )
})
