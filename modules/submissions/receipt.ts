import { type Language, languages } from '@resolute/reader'
import { Document, HeadingLevel, Packer, TableCell, TableRow, WidthType } from 'docx'
import { directionOf } from '#platform/i18n'
import { penFor, settle } from '#platform/word'
import { type Ground, isOffice } from './acting.ts'
import { answerInWords } from './answer-words.ts'
import { questionsOf } from './answers.ts'
import { saidIn } from './figures.ts'
import type { Form } from './form.ts'
import { dayInWords } from './letter.ts'
import type { AnsweringActs } from './room.ts'
import { callRow, issuedForm } from './store-calls.ts'
import { sentRow, submissionOf } from './store-replies.ts'
import type { Submission } from './submission.ts'
import { isOwn, sightOf } from './visible.ts'
import { voice } from './voice.ts'

/** What the receipt says besides the answers, a label and its words each. */
interface ReceiptLine {
  readonly label: string
  readonly words: string
}

/** `2012-1/4/1` -> its parts; null where it names nothing. */
function partsOf(submission: string) {
  const match = /^(\d{4}-[1-9]\d{0,5})\/([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(submission)
  return match ? { call: match[1]!, invitation: Number(match[2]), number: Number(match[3]) } : null
}

/** Receipts: what was received and when, with everything that was answered, for who sent it and the office. */
export function openReceipts(ground: Ground): Pick<AnsweringActs, 'receipt'> {
  const { database, parties, ledger } = ground
  return {
    async receipt(id, by, language) {
      const parts = partsOf(id)
      const row = parts && (await sentRow(database, parts.call, parts.invitation, parts.number))
      if (!row || !languages.includes(language)) return null
      const sent = submissionOf(row)
      const directory = await parties.directory()
      const invitation = `${sent.call}/${sent.invitation}`
      if (!isOffice(by) && !isOwn(sightOf(by, directory), { actor: sent.actor, invitation })) return null
      const call = await callRow(database, sent.call)
      const issued = call && (await issuedForm(database, call.key, sent.version))
      if (!call || !issued) return null
      const entries = await ledger.entries({ act: 'submissions.send', on: `invitation:${invitation}`, limit: 1000 })
      const entry = entries.find(({ data }) => (data as { submission?: string }).submission === sent.id)
      const subject = saidIn(call.words.subject, language).words
      const name = directory.called(sent.actor, sent.name, language)
      const bytes = await inWord(
        sent,
        issued.form,
        language,
        linesOf(sent, subject, name, entry?.hash ?? null, language),
      )
      return {
        name: `receipt-${sent.id.replaceAll('/', '-')}-${language}.docx`,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        bytes,
      }
    },
  }
}

function linesOf(
  sent: Submission,
  subject: string,
  name: string,
  hash: string | null,
  language: Language,
): readonly ReceiptLine[] {
  const say = voice(language)
  const line = (label: string, words: string): ReceiptLine => ({
    label: say(`submissions.receipt.label.${label}`),
    words,
  })
  const moment = `${dayInWords(sent.at.slice(0, 10), language)}, ${sent.at.slice(11, 16)} UTC`
  return [
    line('subject', subject),
    line('from', name),
    line('number', sent.id),
    line('received', sent.late ? say('submissions.receipt.moment-late', { moment }) : moment),
    line('way', say(`submissions.receipt.channel.${sent.channel}`)),
    ...(sent.original === null ? [] : [line('original', sent.original.name)]),
    line('visibility', say(`submissions.visibility.${sent.visibility}`)),
    line('version', String(sent.version)),
    line('answered', String(Object.keys(sent.answers).length)),
    ...(sent.state === 'standing' ? [] : [line('state', say(`submissions.receipt.state.${sent.state}`))]),
    // Whoever keeps this can show that the record holds what it held then.
    ...(hash === null ? [] : [line('record', hash)]),
  ]
}

const tag = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** Set in the direction of its language; what was written in another runs as that does. Same receipt, same bytes. */
async function inWord(
  sent: Submission,
  form: Form,
  language: Language,
  lines: readonly ReceiptLine[],
): Promise<Uint8Array> {
  const say = voice(language)
  const pen = penFor(directionOf(language))
  const cell = (text: string, width: number, bold: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      children: [pen.paragraph({ children: [pen.run(text, { bold })], spacing: { before: 40, after: 40 } })],
    })
  const answers = questionsOf(form).flatMap((question) => {
    const answer = sent.answers[question.id]
    if (!answer) return []
    const own = 'language' in answer ? answer.language : language
    const ownPen = penFor(directionOf(own))
    const label = pen.paragraph({
      children: [pen.run(saidIn(question.label, language).words, { bold: true })],
      keepNext: true,
      spacing: { before: 200, after: 60 },
    })
    return [
      label,
      ...answerInWords(question, answer, say).map((words) =>
        ownPen.paragraph({ children: [ownPen.run(words, { language: { value: tag(own), bidirectional: tag(own) } })] }),
      ),
    ]
  })
  const document = new Document({
    title: say('submissions.receipt.title'),
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: 22, language: { value: tag(language), bidirectional: tag(language) } },
          paragraph: { spacing: { after: 100, line: 264 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1247, bottom: 1247, left: 1417, right: 1417 } },
        },
        children: [
          pen.paragraph({ text: say('submissions.receipt.title'), heading: HeadingLevel.HEADING_1 }),
          pen.table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: lines.map(
              ({ label, words }) => new TableRow({ children: [cell(label, 30, true), cell(words, 70, false)] }),
            ),
          }),
          pen.paragraph({
            text: say('submissions.receipt.answers'),
            heading: HeadingLevel.HEADING_2,
            spacing: { before: 320 },
          }),
          ...answers,
        ],
      },
    ],
  })
  return settle(new Uint8Array(await Packer.toBuffer(document)), sent.at.slice(0, 10))
}
