import type { CallSection, SectionSentence } from '#modules/submissions'
import { piecesOf } from '#platform/addresses'
import type { LinkedWords, ReportOnCall, ReportParagraph } from './report.ts'
import { type Block, type Inline, type Line, link, quote, text } from './sheet.ts'
import type { Words } from './words.ts'

/** The chapter on what came in answer to calls for views, and the annex with the replies. Pure. */

/** Sections as chapters of a report, their paragraphs numbered on from the last one before. */
export function chaptersOf(sections: readonly CallSection[], lastNumber: number): readonly ReportOnCall[] {
  let number = lastNumber
  return sections.map(({ paragraphs, anchor, language: _l, asOf: _a, ...section }) => ({
    ...section,
    mandate: anchor && mandateOf(anchor),
    paragraphs: paragraphs.map(({ place, heading, sentences }) => {
      number += 1
      return { number, place: `submissions/${section.call}/${place}`, heading, sentences }
    }),
  }))
}

/** Id of the paragraph that orders a call, as the register names it. */
const mandateOf = ({ document, unit, path }: NonNullable<CallSection['anchor']>): string =>
  unit === document ? `${document}#${path}` : `${document}#${unit}#${path}`

/** A paragraph as one text: what an editor has before them. */
export const wordsOf = ({ sentences }: Pick<ReportParagraph, 'sentences'>, language: string): string =>
  sentences.map(({ words }) => words).join(spaceOf(language))

/** Between two sentences: Chinese sets none. */
export const spaceOf = (language: string): string => (language === 'zh' ? '' : ' ')

/** A paragraph with words of the office in the place of its own; they lead where the same words led before. */
export function rewritten(paragraph: ReportParagraph, words: string, language: string): ReportParagraph {
  const links = paragraph.sentences.flatMap((one) => one.links)
  const sentence = { words, links, language } as SectionSentence
  return { ...paragraph, sentences: [sentence] }
}

function lineOf({ sentences }: ReportParagraph, language: string): Line {
  return sentences.flatMap((sentence, at): Inline[] => {
    const line = piecesOf(sentence).map(({ words, address }) => (address === null ? text(words) : link(words, address)))
    const space = at === 0 ? [] : [text(spaceOf(language))]
    return sentence.language === language
      ? [...space, ...line]
      : [...space, { kind: 'sentence', line, language: sentence.language }]
  })
}

/** The chapter: under the title of each call its numbered paragraphs. */
export function chapterBlocks(chapters: readonly ReportOnCall[], number: string, words: Words): Block[] {
  if (chapters.length === 0) return []
  return [
    { kind: 'heading', level: 1, number, text: words('reports.submissions.heading') },
    ...chapters.flatMap(({ title, paragraphs }): Block[] => [
      { kind: 'heading', level: 2, number: null, text: title },
      ...paragraphs.flatMap((paragraph): Block[] => [
        ...(paragraph.heading === null
          ? []
          : [{ kind: 'heading' as const, level: 3 as const, number: null, text: paragraph.heading }]),
        { kind: 'numbered', number: paragraph.number, line: lineOf(paragraph, words.language) },
      ]),
    ]),
  ]
}

/** The annex: replies whole, by call and in the order of names, each in its own language. */
export function repliesBlocks(chapters: readonly ReportOnCall[], words: Words): Block[] {
  const answered = chapters.filter(({ annex }) => annex.length > 0)
  if (answered.length === 0) return []
  return [
    { kind: 'heading', level: 1, number: null, text: words('reports.submissions.annex') },
    { kind: 'paragraph', line: [text(words('reports.submissions.annex-how'))] },
    ...answered.flatMap(({ title, annex }): Block[] => [
      { kind: 'heading', level: 2, number: null, text: title },
      ...annex.flatMap(({ name, address, sent, answers }): Block[] => [
        { kind: 'heading', level: 3, number: null, text: name },
        { kind: 'paragraph', line: [link(words('reports.submissions.sent', { date: sent }), address)] },
        {
          kind: 'fields',
          fields: answers.map(({ label, words: said, language }) => ({
            label,
            value:
              language === null
                ? [text(said.join(words('reports.separator')))]
                : [quote(said.join(spaceOf(language)), language)],
          })),
        },
      ]),
    ]),
  ]
}

/** What leads from the entry of the paragraph that orders a call to what came. */
export const callsOn = (mandate: string, chapters: readonly ReportOnCall[], words: Words): readonly LinkedWords[] =>
  chapters
    .filter((chapter) => chapter.mandate === mandate)
    .map(({ title, address, submissions }) => ({
      words: words('reports.submissions.of', { title, count: submissions }),
      address,
    }))
