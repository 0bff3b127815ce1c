import type { Language } from '@resolute/reader'
import { daysBetween } from '#modules/calendar'
import { holderOf } from '#modules/parties'
import { nameIn } from '#platform/i18n'
import { type LoaderInput, visitOf } from '#web'
import type { Answer, Answers } from '../answer.ts'
import { missingIn, shownIn } from '../answers.ts'
import type { CommentsQuestion, Question, Section } from '../form.ts'
import type { Answering, DraftAnswer } from '../submission.ts'
import { givenOf, markOf } from './answer-names.ts'
import { answerNow } from './answer-saving.ts'
import { type Answerer, answererOf, refusedOrMissing } from './answer-who.ts'

type Rooms = ReturnType<typeof visitOf>['rooms']

/** With more questions than this, a page holds one section. */
const mostOnAPage = 30

/** A paragraph of a text that is commented on. */
export interface ShownParagraph {
  readonly path: string
  readonly text: string
  readonly language: Language
}

export interface AskedQuestion {
  readonly question: Question
  /** 1, 2, 3 through the whole form. */
  readonly number: number
  /** Whether it is asked, given what is saved so far. */
  readonly shown: boolean
  readonly missing: boolean
  readonly answer: Answer | null
  /** Of what the page shows; see `markOf`. */
  readonly mark: string
  readonly from: DraftAnswer['from']
  readonly by: string | null
  readonly at: string | null
  readonly paragraphs: readonly ShownParagraph[]
}

export interface AskedSection extends Omit<Section, 'questions'> {
  readonly shown: boolean
  readonly asked: number
  readonly answered: number
  readonly missing: number
  readonly questions: readonly AskedQuestion[]
}

/** Everything the page to answer on shows to whoever may answer. */
export async function loadAnswer(input: LoaderInput) {
  const who = await answererOf(input)
  const { rooms, reads, now } = visitOf(input)
  const found = await rooms.submissions.answering(who.invitation, who.visitor)
  const may = rooms.submissions.may(who.visitor, 'submissions.save', {
    actor: found?.invitation.actor ?? null,
    invitation: who.invitation,
  })
  if (!found || !may) throw refusedOrMissing(input, 'invitation')
  const { call, invitation, sent, history } = found
  const asked = new URL(input.request.url).searchParams
  const today = now().toISOString().slice(0, 10)
  const [directory, colleagues, names, paragraph, befell, brought] = await Promise.all([
    rooms.parties.directory(),
    colleaguesOf(rooms, found, who),
    namesIn(rooms, found, who),
    call.words.anchor && textOf(rooms, call.words.anchor),
    rooms.submissions.history(invitation.id, who.visitor),
    asked.has('brought') ? rooms.submissions.brought(asked.get('brought') ?? '', who.visitor) : null,
  ])
  const nameOf = (actor: string): string => {
    const known = directory.actor(actor)
    return known ? nameIn(known.name, reads.language) : actor
  }
  const sections = await sectionsOf(rooms, found)
  const many = sections.reduce((sum, { questions }) => sum + questions.length, 0) > mostOnAPage
  const chosen = many ? (sections.find(({ id }) => id === asked.get('section')) ?? sections[0]) : null
  const holder = holderOf(invitation)
  const sum = (of: (section: AskedSection) => number): number => sections.reduce((all, one) => all + of(one), 0)
  return {
    address: who.address,
    byLink: found.byLink,
    step: asked.get('step') === 'check' ? ('check' as const) : ('write' as const),
    said: asked.get('said'),
    call: {
      id: call.id,
      state: call.state,
      words: call.words,
      caller: call.words.caller && nameOf(call.words.caller),
      paragraph,
    },
    invitation,
    name: invitation.actor === null ? invitation.name : nameOf(invitation.actor),
    daysLeft: invitation.deadline === null ? null : daysBetween(today, invitation.deadline),
    form: { title: found.form.form.title, introduction: found.form.form.introduction, version: found.form.version },
    sections,
    /** Ids of the sections on this page. */
    onPage: chosen ? [chosen.id] : sections.map(({ id }) => id),
    next: chosen ? (sections.slice(sections.indexOf(chosen) + 1).find(({ shown }) => shown)?.id ?? null) : null,
    many,
    progress: {
      asked: sum((one) => one.asked),
      answered: sum((one) => one.answered),
      missing: sum((one) => one.missing),
      filledIn: sections.flatMap(({ questions }) => questions).filter(({ from, shown }) => shown && from).length,
    },
    sent,
    history,
    brought: brought?.invitation === invitation.id ? brought : null,
    befell: befell.filter(({ act }) => handActs.includes(act)),
    may: found.may,
    holder,
    person: who.visitor.person,
    colleagues,
    names,
    language: answerLanguage(found, reads.language),
    once: crypto.randomUUID(),
  }
}

export type AnswerData = Awaited<ReturnType<typeof loadAnswer>>

const handActs: readonly string[] = ['submissions.hand-on', 'submissions.take-back', 'submissions.assign']

/** The language most likely written in: of what was written last, else of the invitation. */
function answerLanguage({ drafts, sent, invitation }: Answering, reads: string): string {
  const written = Object.values(drafts)
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ answer }) => (answer && 'language' in answer ? answer.language : null))
    .find((language) => language !== null)
  return written ?? sent?.language ?? (reads || invitation.language)
}

async function sectionsOf(rooms: Rooms, found: Answering): Promise<readonly AskedSection[]> {
  const { form } = found.form
  const answers: Answers = Object.fromEntries(
    form.sections
      .flatMap(({ questions }) => questions)
      .flatMap(({ id }) => {
        const answer = answerNow(found, id)
        return answer ? [[id, answer] as const] : []
      }),
  )
  const shown = shownIn(form, answers)
  const missing = new Set(missingIn(form, answers))
  let number = 0
  return await Promise.all(
    form.sections.map(async (section) => {
      const asked = await Promise.all(
        section.questions.map(async (question): Promise<AskedQuestion> => {
          const draft = found.drafts[question.id]
          const answer = answers[question.id] ?? null
          return {
            question,
            number: ++number,
            shown: shown.has(question.id),
            missing: missing.has(question.id),
            answer,
            mark: markOf(givenOf(answer)),
            from: draft?.from ?? null,
            by: draft?.by ?? null,
            at: draft?.at ?? null,
            paragraphs: question.kind === 'comments' ? await paragraphsOf(rooms, question) : [],
          }
        }),
      )
      const open = asked.filter((one) => one.shown)
      return {
        ...section,
        questions: asked,
        shown: open.length > 0 || (section.questions.length === 0 && section.when === null),
        asked: open.length,
        answered: open.filter(({ answer }) => answer !== null).length,
        missing: open.filter((one) => one.missing).length,
      }
    }),
  )
}

/** The paragraphs that are commented on, as the register holds them. */
export async function paragraphsOf(rooms: Rooms, { document, unit, paths }: CommentsQuestion) {
  const found = await rooms.documents.document(document)
  const items = found?.version.outline.units.find(({ id }) => id === unit)?.items ?? []
  const cited = items.filter(({ path }) => path !== null && (paths.length === 0 || paths.includes(path)))
  return cited.map(({ path, text }) => ({ path: path!, text, language: found!.version.language }))
}

async function textOf(
  rooms: Rooms,
  place: { readonly document: string; readonly unit: string; readonly path: string },
) {
  const [found, document] = await Promise.all([
    rooms.documents.item(place.document, place.unit, place.path),
    rooms.documents.document(place.document),
  ])
  return found && document ? { text: found.item.text, language: document.version.language } : null
}

/** Others who act for the same actor, for whom it may be handed to. */
async function colleaguesOf(rooms: Rooms, { invitation, may }: Answering, { visitor }: Answerer) {
  if (invitation.actor === null || !(may.handOn || may.assign)) return []
  const people = await rooms.parties.peopleOf(invitation.actor)
  return people
    .filter(({ id }) => id !== visitor.person)
    .map(({ id, name, grants }) => ({
      id,
      name: name ?? id,
      unit: grants.find(({ actor }) => actor === invitation.actor)?.unit ?? null,
    }))
}

/** Names of the people whose hands it went through, for those who act with them. */
async function namesIn(
  rooms: Rooms,
  { invitation, drafts, history }: Answering,
  { visitor }: Answerer,
): Promise<Readonly<Record<string, string>>> {
  if (visitor.person === null) return {}
  const doers = [
    invitation.answers,
    ...invitation.chain,
    ...Object.values(drafts).map(({ by }) => by),
    ...history.map(({ by }) => by),
  ]
  const ids = new Set(doers.flatMap((doer) => doer?.replace(/^person:/, '').match(/^\d+$/)?.[0] ?? []))
  return Object.fromEntries(await rooms.parties.names([...ids]))
}
