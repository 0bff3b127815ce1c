import { expect, test } from 'vitest'
import type { Language } from '../languages.ts'
import { phrasesOf } from './index.ts'
import { openingOf } from './opening.ts'

/** Language, text, opening as written, verb. */
const cases: readonly (readonly [Language, string, string | null, string | null])[] = [
  ['en', 'Also requests the Secretary-General to report;', 'Also requests', 'Requests'],
  ['en', 'Strongly encourages Member States to act;', 'Strongly encourages', 'Encourages'],
  ['en', 'Takes note with appreciation of the report;', 'Takes note with appreciation', 'Takes note'],
  ['en', 'Expresses its concern about the situation;', 'Expresses its concern', 'Expresses its concern'],
  ['en', 'Expressing its concern also over the risks,', 'Expressing its concern also', 'Expressing its concern'],
  ['en', 'Deeply concerned over the ability of groups,', 'Deeply concerned', 'Concerned'],
  ['en', 'Noting with interest also the work undertaken,', 'Noting with interest also', 'Noting'],
  ['en', 'Reiterates its call upon those Member States;', 'Reiterates its call upon', 'Reiterates'],
  ['en', 'Reiterates the call of the Assembly;', 'Reiterates', 'Reiterates'],
  ['en', 'Reaffirming also its grave concern at the attacks,', 'Reaffirming also its grave concern', 'Reaffirming'],
  ['en', 'Reaffirming its resolution 77/1,', 'Reaffirming', 'Reaffirming'],
  ['en', 'Continues to encourage States to report;', 'Continues to encourage', 'Continues'],
  ['en', 'Welcomes and strongly supports the work;', 'Welcomes and strongly supports', 'Welcomes'],
  ['en', 'Welcomes and other signs of respect;', 'Welcomes', 'Welcomes'],
  ['en', 'The working group should examine modalities;', null, null],
  ['en', 'To assist Member States, upon request;', null, null],
  ['fr', 'Prend également note du rapport ;', 'Prend également note', 'Prend note'],
  [
    'fr',
    'Se déclare gravement préoccupée par la situation ;',
    'Se déclare gravement préoccupée',
    'Se déclare gravement préoccupée',
  ],
  ['fr', 'Reconnaissant et saluant les efforts,', 'Reconnaissant et saluant', 'Reconnaissant'],
  ['fr', 'Réaffirmant son attachement à la Charte,', 'Réaffirmant son attachement', 'Réaffirmant'],
  ['fr', 'Continue d’encourager le groupe ;', 'Continue d’encourager', 'Continue'],
  ['es', 'Sigue alentando a los Estados;', 'Sigue alentando', 'Sigue'],
  ['es', 'Reafirma su determinación de actuar;', 'Reafirma su determinación', 'Reafirma'],
  ['ru', 'вновь подтверждает свою решимость;', 'вновь подтверждает свою решимость', 'Подтверждает'],
  ['zh', '欢迎并肯定各国的努力；', '欢迎并肯定', '欢迎'],
  ['ar', 'وإذ يرحب ويقر بالجهود،', 'وإذ يرحب ويقر', 'وإذ يرحب'],
  ['es', 'Acoge con beneplácito también el informe;', 'Acoge con beneplácito también', 'Acoge con beneplácito'],
  ['ru', 'с удовлетворением отмечает также работу;', 'с удовлетворением отмечает также', 'Отмечает'],
  ['ru', 'принимает также во внимание доклад;', 'принимает также во внимание', 'Принимает во внимание'],
  ['zh', '赞赏地注意到秘书长的报告，', '赞赏地注意到', '注意到'],
  ['zh', '又请秘书长提交报告；', '又请', '请'],
  ['ar', 'وإذ تؤكد من جديد أيضاً قراراتها،', 'وإذ تؤكد من جديد أيضاً', 'وإذ تؤكد'],
  ['ar', 'تحيط علماً بالتقرير؛', 'تحيط علماً', 'تحيط علما'],
]

test.each(cases)('%s: %s', (language, text, opening, verb) => {
  const found = openingOf(text, phrasesOf(language).openings, { setsAgain: true })
  expect(found?.opening ?? null).toBe(opening)
  expect(found?.verb ?? null).toBe(verb)
})

test('what is said again is part of the opening only where the organ sets it so', () => {
  const { openings } = phrasesOf('en')
  expect(openingOf('Reiterates its call upon all parties;', openings)?.opening).toBe('Reiterates')
  expect(openingOf('Expresses its concern;', openings)?.opening).toBe('Expresses its concern')
})
