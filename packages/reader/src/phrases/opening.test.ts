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
  ['en', 'Reiterates its call upon those Member States;', 'Reiterates', 'Reiterates'],
  ['en', 'The working group should examine modalities;', null, null],
  ['en', 'To assist Member States, upon request;', null, null],
  ['fr', 'Prend également note du rapport ;', 'Prend également note', 'Prend note'],
  [
    'fr',
    'Se déclare gravement préoccupée par la situation ;',
    'Se déclare gravement préoccupée',
    'Se déclare gravement préoccupée',
  ],
  ['es', 'Acoge con beneplácito también el informe;', 'Acoge con beneplácito también', 'Acoge con beneplácito'],
  ['ru', 'с удовлетворением отмечает также работу;', 'с удовлетворением отмечает также', 'Отмечает'],
  ['ru', 'принимает также во внимание доклад;', 'принимает также во внимание', 'Принимает во внимание'],
  ['zh', '赞赏地注意到秘书长的报告，', '赞赏地注意到', '注意到'],
  ['zh', '又请秘书长提交报告；', '又请', '请'],
  ['ar', 'وإذ تؤكد من جديد أيضاً قراراتها،', 'وإذ تؤكد من جديد أيضاً', 'وإذ تؤكد'],
  ['ar', 'تحيط علماً بالتقرير؛', 'تحيط علماً', 'تحيط علما'],
]

test.each(cases)('%s: %s', (language, text, opening, verb) => {
  const found = openingOf(text, phrasesOf(language).openings)
  expect(found?.opening ?? null).toBe(opening)
  expect(found?.verb ?? null).toBe(verb)
})
