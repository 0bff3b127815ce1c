import { AlignmentType, Document, ExternalHyperlink, Packer, type Paragraph } from 'docx'
import { directionOf } from '#platform/i18n'
import { type Pen, penFor, settle } from '#platform/word'
import { dayInWords, type LetterFacts, type LetterPart, letterWords, partsOfLetter, subjectOf } from './letter.ts'

/** Lengths in twips: 1 mm is 56.7. */
const mm = (length: number): number => Math.round(length * 56.7)

/**
 * The covering letter as a Word file, in the form of a letter of the United Nations: who writes, reference, date,
 * addressee, subject, then the text. Set from right to left where its language is; what it quotes runs as its own
 * language does. The same letter and day give the same bytes.
 */
export async function letterInWord(facts: LetterFacts, day: string): Promise<Uint8Array> {
  const { language, caller, invitee } = facts
  const say = letterWords(language)
  const pen = penFor(directionOf(language))
  const line = (text: string, more: object = {}) => pen.paragraph({ text, spacing: { after: 60 }, ...more })
  const subject = subjectOf(facts)
  const document = new Document({
    title: subject,
    creator: caller ?? '',
    lastModifiedBy: caller ?? '',
    styles: {
      default: {
        document: {
          run: {
            font: 'Times New Roman',
            size: 22,
            language: { value: tag(language), bidirectional: tag(language) },
          },
          paragraph: { spacing: { after: 160, line: 264 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: mm(22), bottom: mm(22), left: mm(25), right: mm(25) },
          },
        },
        children: [
          ...(caller === null
            ? []
            : [pen.paragraph({ children: [pen.run(caller, { bold: true, size: 28 })], spacing: { after: 320 } })]),
          line(say('submissions.letter.reference', { reference: invitee.id }), { alignment: AlignmentType.END }),
          line(say('submissions.letter.dated', { day: dayInWords(day, language) }), { alignment: AlignmentType.END }),
          line(say('submissions.letter.to', { name: invitee.name }), { spacing: { before: 240, after: 240 } }),
          pen.paragraph({ children: [pen.run(subject, { bold: true })], spacing: { after: 240 } }),
          ...partsOfLetter(facts).map((part) => setPart(part, pen)),
          ...(caller === null ? [] : [line(caller, { alignment: AlignmentType.END, spacing: { before: 480 } })]),
        ],
      },
    ],
  })
  return settle(new Uint8Array(await Packer.toBuffer(document)), day)
}

/** English letters are set as British English, as the United Nations write it. */
const tag = (language: string): string => (language === 'en' ? 'en-GB' : language)

function setPart(part: LetterPart, pen: Pen): Paragraph {
  switch (part.kind) {
    case 'words':
    case 'quote': {
      // words of another language run as theirs does
      const own = penFor(directionOf(part.language))
      return own.paragraph({
        children: [own.run(part.text, { language: { value: tag(part.language), bidirectional: tag(part.language) } })],
        ...(part.kind === 'quote' && { indent: { left: mm(10), right: mm(10) } }),
      })
    }
    case 'address':
      return pen.paragraph({
        children: [new ExternalHyperlink({ link: part.text, children: [pen.run(part.text, { style: 'Hyperlink' })] })],
      })
  }
}
