import type { Form } from '../form.ts'

/** A form with many questions in words, ten in each section: `q1` to `q120`. */
export const largeForm = (questions: number): Form => ({
  title: { en: 'Training needs' },
  introduction: {},
  sections: Array.from({ length: Math.ceil(questions / 10) }, (_, section) => ({
    id: `s${section + 1}`,
    title: { en: `Part ${section + 1}` },
    help: {},
    when: null,
    questions: Array.from({ length: Math.min(10, questions - section * 10) }, (_, at) => {
      const id = `q${section * 10 + at + 1}`
      const label = { en: `What is needed for the subject of ${id}?` }
      const asked = { id, same: `large/${id}`, label, help: {}, required: false, when: null }
      return { ...asked, kind: 'text' as const, lines: 'several' as const, maxWords: null }
    }),
  })),
})
