import type { Language } from '@resolute/reader'
import { directionOf } from '#platform/i18n'
import { answerInWords } from './answer-words.ts'
import { saidIn } from './figures.ts'
import type { Question } from './form.ts'
import type { Submission } from './submission.ts'
import { voice } from './voice.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]!)

/** A submission to read: one file of HTML that needs nothing else, each answer in its own language. */
export function readingCopy(
  submission: Submission,
  questions: readonly Question[],
  { name, title, language }: { readonly name: string; readonly title: string; readonly language: Language },
): string {
  const say = voice(language)
  const answers = questions.flatMap((question) => {
    const answer = submission.answers[question.id]
    if (!answer) return []
    const own = 'language' in answer ? ` lang="${answer.language}" dir="${directionOf(answer.language)}"` : ''
    const lines = answerInWords(question, answer, say).map((line) => `<p${own}>${escaped(line)}</p>`)
    return [
      `<h2 id="${escaped(question.id)}">${escaped(saidIn(question.label, language).words)}</h2>\n${lines.join('\n')}`,
    ]
  })
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name)}: ${escaped(title)}</title>
<style>body { font: 1rem/1.5 serif; max-inline-size: 42rem; margin: 2rem auto; padding-inline: 1rem; } h2 { font-size: 1rem; }</style>
</head>
<body>
<h1>${escaped(name)}</h1>
<p>${escaped(title)}</p>
<p>${escaped(submission.id)} · <time datetime="${submission.at}">${submission.at.slice(0, 10)}</time></p>
${answers.join('\n')}
</body>
</html>
`
}
