import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { directionOf } from '#platform/i18n'
import { notes } from '../answer.ts'
import type { Condition, Option, Question, TableColumn } from '../form.ts'
import { writable } from './lines.ts'
import { markInWords } from './mark.ts'
import { columnInWords, dayInWords, limitsInWords, numbersOf, ownRows, type Paper, said, writtenIn } from './paper.ts'
import { codes } from './slots.ts'

const asset = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').trim()
export const pageScript = asset('page.js')
const pageStyle = asset('page.css')

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing but its own script and style may run, and nothing can be fetched or sent. */
const policy = `default-src 'none'; script-src ${hash(pageScript)}; style-src ${hash(pageStyle)}; base-uri 'none'; form-action 'none'`

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const safe = (text: string): string => writable(text).replace(/[&<>"']/g, (sign) => escapes[sign]!)

/** JSON that can stand in a script element. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const attributes = (given: Readonly<Record<string, string | number | null | undefined>>): string =>
  Object.entries(given)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${safe(String(value))}"`)
    .join('')

/** The name a form is saved under, without an ending. */
export const fileName = ({ mark }: Paper): string => `${mark.call}-${mark.invitation}-${mark.language}`

/** Every place of the page to write in, by its code, with what stands there. */
function valuesOf(paper: Paper): Record<string, string> {
  const written = writtenIn(paper)
  const values: Record<string, string> = {}
  const put = (code: string, text = written.get(code) ?? '') => {
    values[code] = text
  }
  for (const question of paper.form.sections.flatMap(({ questions }) => questions)) {
    const { id } = question
    const answer = paper.answers[id]
    if (question.kind !== 'file') put(codes.note(id), answer?.kind === 'note' ? answer.note : '')
    switch (question.kind) {
      case 'text':
      case 'number':
      case 'date':
        put(codes.answer(id))
        break
      case 'choice':
        put(codes.answer(id), answer?.kind === 'choice' ? (answer.option ?? '') : '')
        if (question.other) put(codes.other(id))
        break
      case 'several':
        for (const option of question.options) put(codes.option(id, option.id))
        if (question.other) put(codes.other(id))
        break
      case 'table': {
        const own = Array.from({ length: ownRows(question, paper.answers) }, (_, at) => codes.ownRow(id, at + 1))
        const rows = question.rows.length > 0 ? question.rows.map((row) => codes.row(id, row.id)) : own
        for (const row of rows) for (const column of question.columns) put(codes.cell(row, column.id))
        if (answer?.kind !== 'table') break
        // a list offers ids
        for (const [at, row] of answer.rows.entries()) {
          const code = row.row === null ? codes.ownRow(id, at + 1) : codes.row(id, row.row)
          for (const column of question.columns.filter(({ kind }) => kind === 'choice')) {
            put(codes.cell(code, column.id), row.cells[column.id] ?? '')
          }
        }
        break
      }
      case 'comments':
        for (const { path } of paper.paragraphs[id] ?? []) {
          put(codes.comment(id, path))
          put(codes.proposal(id, path))
        }
        break
      case 'file':
        break
    }
  }
  return values
}

/** The form as one page that is answered from the disk, in any browser, and saved with what is written in it. */
export function writeHtml(paper: Paper): Uint8Array {
  const { form, mark, speak } = paper
  const { language } = mark
  const say = (id: string, facts: Record<string, string | number> = {}) => speak(`submissions.offline.${id}`, facts)
  const numbers = numbersOf(form)

  /** Words of the form; in another language than the page where it lacks them. */
  const told = (tag: string, text: Parameters<typeof said>[0], more = '', before = ''): string => {
    const { text: words, language: own } = said(text, language)
    if (words === '') return ''
    const other = own === language ? '' : attributes({ lang: own, dir: directionOf(own) })
    return `<${tag}${more}${other}>${before}${safe(words)}</${tag}>`
  }
  const when = (condition: Condition | null): string =>
    condition ? attributes({ 'data-when': JSON.stringify(condition) }) : ''
  const options = (list: readonly { readonly id: string; readonly words: string }[]): string =>
    `<option value=""></option>${list.map(({ id, words }) => `<option value="${safe(id)}">${safe(words)}</option>`).join('')}`
  const choosing = (list: readonly Option[]) =>
    options(list.map((option) => ({ id: option.id, words: said(option.label, language).text })))

  const cellField = (code: string, label: string, column: TableColumn): string => {
    const common = attributes({ 'data-code': code, 'aria-label': label, 'data-kind': column.kind })
    if (column.kind === 'choice') return `<select${common}>${choosing(column.options)}</select>`
    return column.kind === 'date' ? `<input type="date"${common}>` : `<input type="text" dir="auto"${common}>`
  }

  function tableOf(question: Extract<Question, { kind: 'table' }>): string {
    const { id, columns } = question
    const given = question.rows.map((row) => ({ code: codes.row(id, row.id), label: said(row.label, language).text }))
    const own = Array.from({ length: ownRows(question, paper.answers) }, (_, at) => ({
      code: codes.ownRow(id, at + 1),
      label: String(at + 1),
    }))
    const head = columns.map((column) => {
      const takes = column.kind === 'choice' ? null : columnInWords(paper, column)
      return `<th scope="col">${safe(said(column.label, language).text)}${takes ? ` <span class="help">${safe(takes)}</span>` : ''}</th>`
    })
    const rows = (given.length > 0 ? given : own).map(({ code, label }) => {
      const cells = columns.map((column) => {
        const name = `${said(column.label, language).text}, ${label}`
        return `<td>${cellField(codes.cell(code, column.id), name, column)}</td>`
      })
      return `<tr><th scope="row">${safe(label)}</th>${cells.join('')}</tr>`
    })
    return `<div class="wide" tabindex="0" role="group" aria-labelledby="l-${safe(id)}"><table><thead><tr><td></td>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
  }

  function fields(question: Question, labelled: string): string {
    const { id } = question
    const common = {
      'data-code': codes.answer(id),
      'aria-labelledby': `l-${id}`,
      'aria-describedby': labelled,
      'data-kind': question.kind,
    }
    const other = () =>
      `<div class="other"><label>${safe(say('other'))} <input type="text" dir="auto"${attributes({ 'data-code': codes.other(id) })}></label></div>`
    switch (question.kind) {
      case 'text': {
        const limited = { ...common, 'data-words': question.maxWords }
        return question.lines === 'one'
          ? `<input type="text" dir="auto"${attributes(limited)}>`
          : `<textarea dir="auto"${attributes(limited)}></textarea>`
      }
      case 'number': {
        const { min, max, decimals } = question
        return `<input type="text" inputmode="decimal"${attributes({ ...common, 'data-min': min, 'data-max': max, 'data-decimals': String(decimals) })}> ${told('span', question.unit)}`
      }
      case 'date':
        return `<input type="date"${attributes({ ...common, 'data-from': question.from, 'data-to': question.to })}>`
      case 'choice':
        return `<select${attributes(common)}>${choosing(question.options)}</select>${question.other ? other() : ''}`
      case 'several': {
        const boxes = question.options.map((option) => {
          const code = attributes({ 'data-code': codes.option(id, option.id), 'data-option': option.id })
          return `<label class="box"><input type="checkbox"${code}>${told('span', option.label)}</label>`
        })
        return `${boxes.join('')}${question.other ? other() : ''}`
      }
      case 'table':
        return tableOf(question)
      case 'file':
        return ''
      case 'comments':
        return (paper.paragraphs[id] ?? [])
          .map(({ path, text }) => {
            const field = (code: string, label: string) =>
              `<label class="label">${safe(label)}<textarea dir="auto"${attributes({ 'data-code': code, 'aria-label': `${label}, ${path}` })}></textarea></label>`
            return `<blockquote><strong>${safe(path)}</strong> ${safe(text)}</blockquote>${field(codes.comment(id, path), say('comment'))}${field(codes.proposal(id, path), say('proposal'))}`
          })
          .join('')
    }
  }

  function asked(question: Question): string {
    const { id } = question
    const help = limitsInWords(paper, question).join(' ')
    const list = notes.map((note) => ({ id: note, words: say(`note-${note}`) }))
    const note = `<div class="instead"><label>${safe(say('instead'))} <select${attributes({ 'data-code': codes.note(id) })} data-note>${options(list)}</select></label></div>`
    return [
      `<div role="group" aria-labelledby="l-${safe(id)}"${attributes({ 'data-question': id, 'data-required': question.required ? '1' : null })}${when(question.when)}>`,
      told('div', question.label, ` class="label" id="l-${safe(id)}"`, `${numbers.get(id)}. `),
      told('div', question.help, ' class="help"'),
      `<div class="help" id="h-${safe(id)}">${safe(help)}</div>`,
      paper.offered.has(id) ? `<p class="help">${safe(say('filled-in'))}</p>` : '',
      fields(question, `h-${id}`),
      question.kind === 'file' ? '' : note,
      '<p data-live role="alert"></p></div>',
    ].join('\n')
  }

  // the page itself puts the figures in
  const words = {
    missing: say('wrong-missing'),
    words: say('wrong-words', { count: '{count}', most: '{most}' }),
    number: say('wrong-number'),
    small: say('wrong-small'),
    great: say('wrong-great'),
    decimals: say('wrong-decimals'),
    day: say('wrong-day'),
    order: say('in-order'),
    look: say('to-look-at', { count: '{count}' }),
    saved: say('saved'),
    unsaved: say('unsaved'),
  }
  const body = [
    `<p class="mark" dir="ltr">${markInWords(mark)}</p>`,
    told('h1', form.title),
    `<p>${safe(say('for', { name: paper.name }))}${paper.deadline ? `<br>${safe(say('return-by', { day: dayInWords(paper.deadline, language) }))}` : ''}</p>`,
    told('p', form.introduction),
    `<p class="how help">${safe(say('how-html'))}</p>`,
    `<noscript><p><strong>${safe(say('no-script'))}</strong></p></noscript>`,
    ...form.sections.map((section) =>
      [
        `<section${when(section.when)}>`,
        told('h2', section.title),
        told('p', section.help, ' class="help"'),
        ...section.questions.map(asked),
        '</section>',
      ].join('\n'),
    ),
    `<div id="work" hidden><button type="button" id="save">${safe(say('save'))}</button><button type="button" id="check">${safe(say('check'))}</button><button type="button" id="print">${safe(say('print'))}</button><span id="status" data-live role="status"></span></div>`,
  ].join('\n')
  const title = safe(said(form.title, language).text)
  const page = `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body${attributes({ 'data-words': JSON.stringify(words), 'data-file': `${fileName(paper)}.html` })}>
<main>
${body}
</main>
<script type="application/json" id="answers">${inScript({ mark: markInWords(mark), answers: valuesOf(paper) })}</script>
<script>${pageScript}</script>
</body>
</html>
`
  return new TextEncoder().encode(page)
}
