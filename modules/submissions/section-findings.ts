import type { Language } from '@resolute/reader'
import { englishArticle } from './english-articles.ts'
import { saidIn } from './figures.ts'
import type { SectionLink, SectionParagraph, SectionSentence } from './finding.ts'
import { inOrderOfNames, submissionAddress } from './received.ts'
import type { FindingWords } from './store-findings.ts'
import type { Submission } from './submission.ts'
import { listed, type Telling } from './telling.ts'

/** Up to this many are named in the sentence itself; beyond, the sentence counts them and the list stands beside. */
const handful = 5

/** Each finding as a sentence that names everybody it rests on. One that rests on nothing public is left out. */
export function findingsIn(telling: Telling): readonly SectionParagraph[] {
  const { received, language, say } = telling
  return received.findings.flatMap(({ n, words }) => {
    const passages = received.passages.filter(({ finding }) => finding === n)
    if (passages.length === 0) return []
    const rests = received.submissions.flatMap((submission) => {
      const first = passages.find(({ invitation }) => invitation === submission.invitation)
      return first ? [{ submission, question: first.question }] : []
    })
    const heading = saidIn(words.theme, language).words || say('submissions.section.heading.findings')
    return [{ place: `finding/${n}`, heading, sentences: [findingSentence(words, rests, telling)] }]
  })
}

interface Rest {
  readonly submission: Submission
  readonly question: string
}

/** Told in the language the statement is in, so that no sentence is made of two. */
function findingSentence({ statement }: FindingWords, rests: readonly Rest[], given: Telling): SectionSentence {
  const said = saidIn(statement, given.language)
  const telling = given.in(said.language)
  const { say, named, language } = telling
  const questions = new Map(rests.map(({ submission, question }) => [submission.id, question]))
  const ordered = inOrderOfNames(
    rests.map(({ submission }) => submission),
    named,
    language,
  )
  const isFew = ordered.length <= handful
  const names = ordered.map((one) => `${isFew ? articleOf(one, language) : ''}${named(one)}`)
  const list = listed(names, language)
  const words = say('submissions.section.finding', {
    size: isFew ? 'few' : 'many',
    count: ordered.length,
    kind: kindOf(ordered, telling),
    list: isFew ? capital(list) : list,
    statement: said.words.replace(/[.。۔\s]+$/u, ''),
  })
  const links: readonly SectionLink[] = ordered.map((one) => ({
    words: named(one),
    address: submissionAddress(one, questions.get(one.id)),
  }))
  return { words, links, language }
}

const articleOf = ({ actor }: Submission, language: Language): string =>
  language === 'en' ? englishArticle(actor) : ''

/** The article at the start of a sentence; names of their own keep the letter they begin with. */
const capital = (text: string): string => (text.startsWith('the ') ? `The ${text.slice(4)}` : text)

function kindOf(submissions: readonly Submission[], { actorOf }: Telling): 'states' | 'others' {
  const isState = ({ actor }: Submission) => actor !== null && actorOf(actor)?.kind === 'state'
  return submissions.every(isState) ? 'states' : 'others'
}
