import type { Language } from '@resolute/reader'
import { wordsIn } from '#platform/words'
import type { Answers } from '../answer.ts'
import type { Form } from '../form.ts'
import type { Mark } from '../offline/mark.ts'
import type { Paper } from '../offline/paper.ts'
import { readOffline } from '../offline/reading.ts'
import { writeOffline } from '../offline/writing.ts'
import type { OfflineFormat } from '../offline.ts'
import { sampleForm } from './sample-form.ts'

const words = wordsIn(new URL('../messages/', import.meta.url))

export const sampleMark = (language: Language): Mark => ({ call: '2012-1', invitation: 4, version: 1, language })

/** The sample form on paper, with words of our own for the paragraphs commented on. */
export function samplePaper(mark: Mark, answers: Answers = {}, form: Form = sampleForm): Paper {
  const paragraphs = {
    q9: ['4', '5', '6'].map((path) => ({ path, text: `Words of paragraph ${path}, as they stand.` })),
  }
  const speak = words(mark.language)
  return { mark, form, name: 'Chile', deadline: '2013-01-15', answers, offered: new Set(), paragraphs, speak }
}

export const writtenSample = async (format: OfflineFormat, language: Language, answers: Answers = {}) =>
  (await writeOffline(samplePaper(sampleMark(language), answers), format, new Date('2012-10-01T00:00:00Z'))).bytes

/** Reads a file as one brought for the fourth who is invited to the sample call. */
export const readSample = (bytes: Uint8Array, form: Form = sampleForm, version = 1, before: Form = sampleForm) =>
  readOffline(bytes, {
    call: '2012-1',
    invitation: 4,
    form: { version, form, by: 'system:test', at: '2012-10-01T00:00:00Z' },
    paper: async (mark) =>
      mark.version === version
        ? samplePaper(mark, {}, form)
        : mark.version === 1
          ? samplePaper(mark, {}, before)
          : null,
  })
