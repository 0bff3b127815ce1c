import type { Language } from '@resolute/reader'
import type { Answers } from '../answer.ts'

/** An answer of each kind to the sample form, in a language; notes and files aside. */
export const answeredSample = (language: Language): Answers => ({
  q1: { kind: 'choice', option: 'yes', other: null },
  q2: { kind: 'several', options: ['trafficking', 'terrorism'], other: 'Piracy; القرصنة' },
  q3: { kind: 'text', text: 'First line, with "quotes" & <signs>.\n\n=SUM(A1) [q4] ☒ слово 威胁 تهديد', language },
  q4: { kind: 'number', number: '1234' },
  q5: { kind: 'date', day: '2011-03-09' },
  q6: {
    kind: 'table',
    rows: [
      { row: '2010', cells: { cases: '12.50', trend: 'up', remark: '01/02' } },
      { row: '2011', cells: { cases: '1.234' } },
    ],
  },
  q7: {
    kind: 'table',
    rows: [
      { row: null, cells: { name: 'Law 1', since: '2009-01-02' } },
      { row: null, cells: { name: 'القانون ٢' } },
    ],
  },
  q9: {
    kind: 'comments',
    comments: [
      { path: '4', text: 'Agreed.', proposal: 'Requests views\nby January' },
      { path: '6', text: '', proposal: 'Words alone' },
    ],
    language,
  },
  q10: { kind: 'note', note: 'not_applicable' },
})
