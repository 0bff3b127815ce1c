import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { languages } from '@resolute/reader'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { questionsOf } from '../answers.ts'
import { offlineFormats } from '../offline.ts'
import { answeredSample } from '../testing/answered-sample.ts'
import { readSample, writtenSample } from '../testing/papers.ts'
import { sampleForm } from '../testing/sample-form.ts'

const all = questionsOf(sampleForm).map(({ id }) => id)
const patient = 300_000

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'resolute-offline-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(offlineFormats)('%s', (format) => {
  test.each(languages)('comes back as it was answered, in %s', async (language) => {
    const answers = answeredSample(language)
    const read = await readSample(await writtenSample(format, language, answers))
    expect(read.answers).toEqual(answers)
    const { taken, empty, unread } = read.report
    expect([...taken, ...empty].sort()).toEqual([...all].sort())
    expect(empty).toContain('q8') // files are added online
    expect(unread).toEqual([])
    expect(read.report).toMatchObject({ format, version: 1, language, refused: false })
  })

  test('left empty, every question is told as empty', async () => {
    const { report, answers } = await readSample(await writtenSample(format, 'en'))
    expect(answers).toEqual({})
    expect(report.empty).toEqual(all)
  })
})

const program = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path))

/** Files saved anew by LibreOffice, in one go; null where it has no part for that format. */
function saved(format: string, names: readonly string[]): ((name: string) => Uint8Array) | null {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const out = join(folder, 'saved')
  const paths = names.map((name) => join(folder, name))
  execFileSync(program ?? '', ['--headless', profile, '--convert-to', format, '--outdir', out, ...paths], {
    stdio: 'ignore',
    timeout: patient,
  })
  return existsSync(join(out, names[0]!)) ? (name) => readFileSync(join(out, name)) : null
}

describe.skipIf(!program)('saved by LibreOffice (left out where it is not installed)', () => {
  test.for(['docx', 'xlsx'] as const)(
    '%s comes back in six languages',
    { timeout: patient },
    async (format, { skip }) => {
      for (const language of languages) {
        writeFileSync(
          join(folder, `${language}.${format}`),
          await writtenSample(format, language, answeredSample(language)),
        )
      }
      const file = saved(
        format,
        languages.map((language) => `${language}.${format}`),
      )
      if (!file) return skip('LibreOffice here has no program for workbooks')
      for (const language of languages) {
        const read = await readSample(file(`${language}.${format}`))
        expect(read.answers, language).toEqual(answeredSample(language))
        expect(
          read.report.unread.map(({ code }) => code),
          language,
        ).toEqual([])
      }
    },
  )
})

const browserAt = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)

describe.skipIf(!browserAt)('in a browser, from the disk (left out where none is installed)', () => {
  test.each(['en', 'ar'] as const)(
    'a page is answered, saved, opened again and brought back, in %s',
    { timeout: 60_000 },
    async (language) => {
      const browser = await chromium.launch({ executablePath: browserAt!, args: ['--no-sandbox'] })
      try {
        const page = await (await browser.newContext({ acceptDownloads: true })).newPage()
        const troubles: string[] = []
        page.on('pageerror', (error) => troubles.push(String(error)))
        page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
        page.on('request', (request) => !/^(?:file|blob):/.test(request.url()) && troubles.push(request.url()))
        const first = join(folder, `page-${language}.html`)
        writeFileSync(first, await writtenSample('html', language))
        await page.goto(pathToFileURL(first).href)
        const at = (code: string) => page.locator(`[data-code="${code}"]`)
        // what hangs on an answer is asked with it
        expect(await at('q4').isVisible()).toBe(false)
        await at('q1').selectOption('yes')
        expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
        expect(await at('q4').isVisible()).toBe(true)
        expect(await at('q3').isVisible()).toBe(false)
        await at('q2.o.fraud').check()
        await at('q3').fill('Two\nlines </script><b>')
        await at('q4').fill('not one')
        await page.locator('#check').click()
        expect(await page.locator('[data-question="q4"] [data-live]').textContent()).not.toBe('')
        await at('q4').fill('17')
        await at('q5').fill('2011-03-09')
        await at('q7.#1.name').fill('Law')
        await at('q10.n').selectOption('no_information')
        const download = page.waitForEvent('download')
        await page.locator('#save').click()
        const second = join(folder, `saved-${language}.html`)
        await (await download).saveAs(second)
        // the saved file holds the answers, and can be gone on with
        await page.goto(pathToFileURL(second).href)
        expect(await at('q3').inputValue()).toBe('Two\nlines </script><b>')
        await at('q4').fill('18')
        const again = page.waitForEvent('download')
        await page.locator('#save').click()
        const third = join(folder, `again-${language}.html`)
        await (await again).saveAs(third)
        const read = await readSample(readFileSync(third))
        expect(read.answers).toEqual({
          q1: { kind: 'choice', option: 'yes', other: null },
          q2: { kind: 'several', options: ['fraud'], other: null },
          q3: { kind: 'text', text: 'Two\nlines </script><b>', language },
          q4: { kind: 'number', number: '18' },
          q5: { kind: 'date', day: '2011-03-09' },
          q7: { kind: 'table', rows: [{ row: null, cells: { name: 'Law' } }] },
          q10: { kind: 'note', note: 'no_information' },
        })
        expect(read.report.unread.map(({ code }) => code)).toEqual([])
        expect(troubles).toEqual([])
      } finally {
        await browser.close()
      }
    },
  )
})
