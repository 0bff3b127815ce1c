import { numberInWords, pathInWords } from './answer-words.ts'
import { figuresOf } from './figures.ts'
import type { Figure, SectionParagraph, SectionSentence } from './finding.ts'
import type { Submission } from './submission.ts'
import { amid, linkedNames, sentence, type Telling } from './telling.ts'

/** Question by question: of how many submissions how many answered, what, and who. */
export function questionsIn(telling: Telling): readonly SectionParagraph[] {
  const { received, say, language } = telling
  if (received.submissions.length === 0) return []
  const figures = figuresOf(received, {
    language,
    other: say('submissions.figure.other'),
    paragraph: (path) => say('submissions.figure.paragraph', { path: pathInWords(path) }),
  })
  return figures.map((figure) => ({
    place: `question/${figure.question}`,
    heading: say('submissions.section.heading.questions'),
    sentences: sentencesOf(figure, telling),
  }))
}

function sentencesOf(figure: Figure, telling: Telling): readonly SectionSentence[] {
  const { question, submitted, asked, answered } = figure
  const label = amid(figure.label, telling.language)
  const denominator = asked === submitted ? 'of-all' : 'of-asked'
  const of = telling.say(`submissions.section.${denominator}`, { submitted, asked })
  const { submissions } = telling.received
  const kindOf = (one: Submission) => one.answers[question]?.kind
  const noted = (note: 'no_information' | 'not_applicable') =>
    submissions.filter(({ answers }) => {
      const answer = answers[question]
      return answer?.kind === 'note' && answer.note === note
    })
  const said = submissions.filter((one) => kindOf(one) !== undefined && kindOf(one) !== 'note')
  const naming = (id: string, who: readonly Submission[]): readonly SectionSentence[] => {
    const { list, links } = linkedNames(who, telling, question)
    return who.length === 0 ? [] : [sentence(telling, id, { count: who.length, list }, links)]
  }
  const names = linkedNames(said, telling, question)
  const counted = figure.rows.length > 0 && figure.rows.some(({ count }) => count > 0)
  return [
    answered === 0
      ? sentence(telling, 'question-none', { label, of })
      : counted
        ? sentence(telling, 'question', { label, of, answered })
        : sentence(telling, 'question-by', { label, of, answered, list: names.list }, names.links),
    ...(counted ? [countsIn(figure, telling)] : []),
    ...numbersIn(figure, telling),
    ...naming('no-information', noted('no_information')),
    ...naming('not-applicable', noted('not_applicable')),
  ]
}

/** "Yes: 3 (Chile, Italy and Peru); No: 1 (Japan)." */
function countsIn({ rows, question }: Figure, telling: Telling): SectionSentence {
  const { say, received, language } = telling
  const told = rows.map(({ label, count, by }) => {
    const ids = new Set(by)
    const { list, links } = linkedNames(
      received.submissions.filter(({ id }) => ids.has(id)),
      telling,
      question,
    )
    return { words: say('submissions.section.counted', { label: amid(label, language), count, list }), links }
  })
  const list = told.map(({ words }) => words).join(say('submissions.figure.separator'))
  return {
    words: say('submissions.section.counts', { list }),
    links: told.flatMap(({ links }) => links),
    language,
  }
}

function numbersIn({ numbers, answered }: Figure, telling: Telling): readonly SectionSentence[] {
  if (!numbers) return []
  const inWords = (figure: string) => numberInWords(figure, telling.language)
  const { unit, sum, least, middle, greatest } = numbers
  const facts = {
    count: answered,
    measured: String(unit !== ''),
    unit,
    sum: inWords(sum),
    least: inWords(least),
    middle: inWords(middle),
    greatest: inWords(greatest),
  }
  return [sentence(telling, 'numbers', facts)]
}
