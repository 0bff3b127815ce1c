import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createIntl } from '@formatjs/intl'
import { expect, test } from 'vitest'
import { flatten } from '#platform/i18n'
import { messagesOf } from './messages.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const messages = messagesOf('en')

const pages = ['apps/web', ...readdirSync(join(root, 'modules')).map((module) => `modules/${module}/web`)]
  .flatMap((folder) => filesUnder(folder))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    )
  } catch {
    return [] // a module without pages
  }
}

/** Ids written out in a page, and the families of those put together from a value: `force.${...}`. */
function idsIn(file: string): { whole: string[]; families: string[] } {
  const text = readFileSync(join(root, file), 'utf8')
  const whole = [...text.matchAll(/\bwords(?:\.rich|\.has)?\(\s*'([\w.-]+)'/g)].map((match) => match[1]!)
  const families = [...text.matchAll(/\bwords(?:\.rich)?\(\s*`([\w.-]+\.)\$\{/g)].map((match) => match[1]!)
  return { whole, families }
}

test('every message a page names is there', () => {
  const missing = pages.flatMap((file) =>
    idsIn(file)
      .whole.filter((id) => !(id in messages))
      .map((id) => `${file}: ${id}`),
  )
  expect(pages.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})

/** Words of the draft check: they stand with the reader, and a page that needs them loads them by itself. */
const draftCheck = flatten(JSON.parse(readFileSync(join(root, 'packages/reader/messages/en.json'), 'utf8')))

test('every family of messages has members', () => {
  const ids = [...Object.keys(messages), ...Object.keys(draftCheck)]
  const empty = pages.flatMap((file) =>
    idsIn(file)
      .families.filter((family) => !ids.some((id) => id.startsWith(family)))
      .map((family) => `${file}: ${family}`),
  )
  expect(empty).toEqual([])
})

test.each([
  ['force', ['decision', 'request', 'call', 'recommendation', 'recognition']],
  ['asked', ['decision', 'request', 'call', 'recommendation', 'recognition']],
  ['kind', ['report', 'event', 'other']],
  ['search.note', ['nothing-to-find', 'cut-short', 'too-many-words', 'only-common-words', 'not-all-words']],
  ['search.refused', ['nothing-asked', 'too-long', 'bad-name', 'name-taken', 'too-many', 'no-such-search']],
  ['mark', ['verified', 'unverified', 'derived']],
  ['part', ['opening', 'regular', 'reconvened']],
  ['undated', ['no-time', 'manner', 'event-without-date', 'session-unknown', 'no-rhythm', 'past', 'unclear']],
  ['undated.short', ['no-time', 'manner', 'event-without-date', 'session-unknown', 'no-rhythm', 'past', 'unclear']],
  ['deadline', ['drafts', 'six-languages', 'report-submitted', 'report-issued', 'in-session-papers']],
  ['time', ['session', 'date', 'recurring', 'relative', 'none']],
  ['actors.kind', ['state', 'body', 'entity', 'organization', 'group']],
  ['documentation.rests', ['paragraph', 'earlier-mandate', 'open-slot']],
])('every value of %s has its word', (family, values) => {
  expect(values.filter((value) => !(`${family}.${value}` in messages))).toEqual([])
})

test('every message is well-formed ICU', () => {
  const faults: string[] = []
  const intl = createIntl({ locale: 'en', messages, onError: (error) => faults.push(`${error.code}`) })
  const parse = (id: string) => {
    try {
      intl.formatMessage({ id }, everything)
    } catch (error) {
      faults.push(`${id}: ${error}`)
    }
  }
  const everything = new Proxy({}, { get: () => 1, has: () => true })
  for (const id of Object.keys(messages)) parse(id)
  expect(faults.filter((fault) => fault.includes('SYNTAX') || fault.includes('INVALID'))).toEqual([])
})

test('no id is written twice by the pages', () => {
  const ids = ['apps/web/messages', ...readdirSync(join(root, 'modules')).map((m) => `modules/${m}/web/messages`)]
    .flatMap((folder) => filesUnder(folder))
    .filter((file) => file.endsWith('en.json'))
    .flatMap((file) => Object.keys(flatten(JSON.parse(readFileSync(join(root, file), 'utf8')))))
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})
