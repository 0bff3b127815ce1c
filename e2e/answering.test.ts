import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Form, InviteeGiven, Question } from '#modules/submissions'
import { anybody, program } from '#platform/access'
import type { Rooms } from '../modules/modules.ts'
import { type SignedInAs, signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { done, openedCall } from '../modules/submissions/testing/opened-call.ts'
import { sampleForm } from '../modules/submissions/testing/sample-form.ts'
import { openBrowser, type TestSite, testSite } from './testing/site.ts'

const now = () => new Date('2012-12-20T09:00:00Z')
const invitees: readonly InviteeGiven[] = [
  { kind: 'actor', actor: 'cl' },
  { kind: 'actor', actor: 'ki' },
  { kind: 'organization', name: 'World Tourism Forum', email: 'forum@example.org', language: 'en' },
]

let site: TestSite
let browser: Browser
let origin: string
let rooms: Rooms
let mission: SignedInAs
let ministry: SignedInAs
let small: SignedInAs
let officer: SignedInAs
let call: string
let link: string

beforeAll(async () => {
  site = await testSite(now)
  ;({ rooms, origin } = site)
  browser = await openBrowser()
  const focal = { role: 'focal-point', actor: 'cl' } as const
  mission = await signInAs(rooms.parties, { ...focal, unit: 'Permanent Mission', name: 'María Soto' })
  ministry = await signInAs(rooms.parties, { ...focal, unit: 'Ministry of Justice', name: 'Pedro Rojas' })
  small = await signInAs(rooms.parties, { role: 'focal-point', actor: 'ki', name: 'Tebano Uriam' })
  officer = await signInAs(rooms.parties, { role: 'officer', name: 'Anna Weber' })
  call = (await openedCall(rooms, { invitees })).call
  link = await linkOf(`${call}/3`)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  expect(site.faults).toEqual([])
})

async function linkOf(invitation: string): Promise<string> {
  const { token } = done(await rooms.submissions.renewLink(program('system:test'), { invitation }))
  return `/answer/${token}`
}

/** Somebody at a browser, without script unless it is asked for. */
async function at<T>(
  who: SignedInAs | null,
  act: (page: Page) => Promise<T>,
  scripted = false,
  axe = false,
): Promise<T> {
  const context = await browser.newContext({ javaScriptEnabled: scripted || axe, bypassCSP: axe, baseURL: origin })
  context.setDefaultTimeout(30_000)
  if (who) await context.addCookies([{ name: who.name, value: who.value, url: origin }])
  try {
    return await act(await context.newPage())
  } finally {
    await context.close()
  }
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).last().click()
/** What comes by itself, a moment after typing stops. */
const soon = { timeout: 15_000 } as const
const question = (page: Page, id: string) => page.locator(`[id="at-${id}"]`)

describe('without script', () => {
  test('a mission answers every kind of question, is told what is wrong, and sends', () =>
    at(mission, async (page) => {
      await page.goto(`/calls/${call}/answer/1`)
      expect(await page.getByText('0 of 4 questions answered').count()).toBe(1)
      expect(await question(page, 'q4').isVisible()).toBe(false)
      await page.getByRole('radio', { name: 'Yes' }).check()
      await save(page)
      await expect.poll(() => page.getByText('Saved.').count()).toBe(1)
      await page.getByRole('checkbox', { name: 'Fraud' }).check()
      await page.getByLabel('Something else, namely').fill('Theft')
      await page.getByLabel('Number of cases in the last year').fill('a few')
      await page.getByLabel('Day on which the national strategy').fill('2010-05-01')
      await page.getByLabel('2010: Cases').fill('1204')
      await page.getByLabel('2010: Trend').selectOption('up')
      await page.getByLabel('Row 1: Name').fill('Law 20.000')
      await page.getByLabel('Your comment on paragraph 5').fill('Well put.')
      await page.getByLabel('Another file').setInputFiles({
        name: 'ley.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Ley 20.000'),
      })
      await save(page)
      // What was wrong is told first, and the focus is there; all else was kept.
      const summary = page.getByRole('region', { name: '1 answer needs another look' })
      await expect.poll(() => summary.count()).toBe(1)
      await summary.getByRole('link', { name: /Number of cases/ }).click()
      expect(await page.locator(':target').getAttribute('id')).toBe('at-q4')
      const number = page.getByLabel('Number of cases in the last year')
      expect(await number.inputValue()).toBe('a few')
      expect(await number.getAttribute('aria-invalid')).toBe('true')
      expect(await page.getByLabel('2010: Cases').inputValue()).toBe('1204')
      await number.fill('1 250')
      await page.getByRole('button', { name: 'Save and add a row' }).click()
      await page.getByLabel('Row 2: Name').fill('Law 21.000')
      await question(page, 'q10').getByLabel('In place of an answer').selectOption('no_information')
      await page.getByLabel('Describe the threats').fill('Fraud against visitors.')
      await page.getByRole('button', { name: 'Check and send' }).click()
      await page.waitForURL(/step=check/)
      const main = page.locator('main')
      for (const words of ['Fraud against visitors.', '1250', 'Law 21.000', 'No information', 'Well put.', 'ley.txt']) {
        expect(await main.getByText(words).count(), words).toBeGreaterThan(0)
      }
      await page.getByRole('radio', { name: /^Member States and the office/ }).check()
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await expect.poll(() => page.getByText('Sent. Thank you.').count()).toBe(1)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Receipt (Word)' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/\.docx$/)
      const submission = await rooms.submissions.submission(call, 1, officer.visitor)
      expect(submission?.visibility).toBe('member-states')
      expect(submission?.answers).toMatchObject({
        q1: { kind: 'choice', option: 'yes' },
        q2: { kind: 'several', options: ['fraud'], other: 'Theft' },
        q4: { kind: 'number', number: '1250' },
        q5: { kind: 'date', day: '2010-05-01' },
        q6: { kind: 'table', rows: [{ row: '2010', cells: { cases: '1204', trend: 'up' } }] },
        q7: { kind: 'table', rows: [{ cells: { name: 'Law 20.000' } }, { cells: { name: 'Law 21.000' } }] },
        q8: { kind: 'file', files: [{ name: 'ley.txt' }] },
        q9: { kind: 'comments', comments: [{ path: '5', text: 'Well put.' }] },
        q10: { kind: 'note', note: 'no_information' },
      })
    }))

  test('what was sent is corrected, shown to more, withdrawn', () =>
    at(mission, async (page) => {
      await page.goto(`/calls/${call}/answer/1`)
      await page.getByLabel('Keep the file ley.txt').uncheck()
      await page.getByRole('button', { name: 'Check and send' }).click()
      await page.getByRole('button', { name: 'Send in the place of what was sent' }).click()
      await expect.poll(() => page.getByText('Sent. Thank you.').count()).toBe(1)
      expect((await rooms.submissions.submission(call, 1, officer.visitor))?.answers.q8).toBeUndefined()
      await page.getByText('Show it to fewer or more').first().click()
      await page.getByRole('radio', { name: /^Everybody/ }).check()
      await page.getByRole('button', { name: 'Show it to fewer or more' }).click()
      await expect.poll(() => page.getByText('Who may see it was changed.').count()).toBe(1)
      await page.getByText('Withdraw it').first().click()
      await page.getByLabel('Why').fill('Wrong year')
      await page.getByRole('button', { name: 'Withdraw it' }).click()
      await expect.poll(() => page.getByText('Your answer was withdrawn').count()).toBe(1)
    }))

  test('it is handed on with a word, written by another hand, given back', async () => {
    await at(mission, async (page) => {
      await page.goto(`/calls/${call}/answer/1`)
      await page.getByText('Hand on', { exact: true }).first().click()
      await page.getByLabel('To whom').selectOption({ label: 'Pedro Rojas (Ministry of Justice)' })
      await page.getByLabel('A word with it').fill('Figures, please')
      await page.getByRole('button', { name: 'Hand on' }).click()
      await expect.poll(() => page.getByText('It lies with Pedro Rojas.', { exact: false }).count()).toBe(1)
      expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)
    })
    await at(ministry, async (page) => {
      await page.goto(`/calls/${call}/answer/1`)
      await page.getByLabel('Describe the threats').fill('From the ministry.')
      await save(page)
      await expect.poll(() => page.getByText('Saved.').count()).toBe(1)
      await page.goto(`/calls/${call}/answer/1?step=check`)
      expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(0)
      await page.goto(`/calls/${call}/answer/1`)
      await page.getByRole('button', { name: 'Ready: give it back' }).click()
      await expect.poll(() => page.getByText('It is back.').count()).toBe(1)
    })
    await at(mission, async (page) => {
      await page.goto(`/calls/${call}/answer/1`)
      expect(await page.getByLabel('Describe the threats').inputValue()).toBe('From the ministry.')
      await page.getByText('From hand to hand: 2 steps').click()
      await expect.poll(() => page.getByText('Figures, please').count()).toBe(1)
    })
  })

  test('two write at once: what only one changed is kept, and both wordings of the rest are shown', () =>
    at(small, async (first) => {
      const address = `/calls/${call}/answer/2`
      await first.goto(address)
      await first.getByRole('radio', { name: 'No', exact: true }).check()
      await first.getByLabel('Anything else, in one line').count()
      const second = await first.context().newPage()
      await second.goto(address)
      await second.getByLabel('Row 1: Name').fill('Tourism Act')
      await save(second)
      await first.getByLabel('Row 1: Name').fill('Visitors Act')
      await save(first)
      const row = question(first, 'q7')
      await expect.poll(() => row.getByText('Tourism Act').count()).toBe(1)
      expect(await row.getByLabel('Row 1: Name').inputValue()).toBe('Visitors Act')
      expect(await first.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true)
      await save(first)
      await expect.poll(() => first.getByText('Saved.').count()).toBe(1)
      await second.goto(address)
      expect(await second.getByLabel('Row 1: Name').inputValue()).toBe('Visitors Act')
      expect(await second.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true)
    }))

  test('by the personal link nobody signs in; it is told to no other site, kept nowhere, and in no log', async () => {
    await at(null, async (page) => {
      const answer = await page.goto(link)
      expect(answer?.headers()).toMatchObject({
        'referrer-policy': 'same-origin',
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex',
      })
      expect(await page.context().cookies()).toEqual([])
      await page.getByRole('radio', { name: 'No', exact: true }).check()
      await page.getByRole('button', { name: 'Check and send' }).click()
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await expect.poll(() => page.getByText('Sent. Thank you.').count()).toBe(1)
    })
    await at(null, async (page) => {
      const gone = await page.goto(`/answer/${'x'.repeat(43)}`)
      expect(gone?.status()).toBe(404)
      await expect.poll(() => page.getByText('This link opens nothing any more').count()).toBe(1)
    })
  })

  test('the form is taken along as a file and brought back; what became of it is told', () =>
    at(small, async (page) => {
      await page.goto(`/calls/${call}/answer/2`)
      await page.getByLabel('Row 1: Name').fill('Visitors Act')
      await save(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Word', exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/\.docx$/)
      await page.locator('button', { hasText: 'Bring a file back' }).click()
      await expect.poll(() => page.getByText('An answer is needed here.').count()).toBe(1)
      await page.getByLabel('Bring a file back').setInputFiles(await download.path())
      await page.locator('button', { hasText: 'Bring a file back' }).click()
      const told = page.getByRole('region', { name: /^What became of/ })
      await expect.poll(() => told.count()).toBe(1)
      await told.getByText(/^Taken: /).click()
      await expect.poll(() => told.getByRole('link', { name: '7. Laws and measures' }).count()).toBe(1)
      const broken = { name: 'form.docx', mimeType: 'application/zip', buffer: Buffer.from('PK, and nothing else') }
      await page.getByLabel('Bring a file back').setInputFiles(broken)
      await page.locator('button', { hasText: 'Bring a file back' }).click()
      await expect.poll(() => page.getByText('Nothing was taken from form.docx').count()).toBe(1)
    }))

  test('what was sent to an earlier call is filled in, marked, and goes out once it was confirmed', async () => {
    const again = await openedCall(rooms, { invitees: [{ kind: 'actor', actor: 'ki' }] })
    await at(small, async (page) => {
      await page.goto(`/calls/${call}/answer/2?step=check`)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await page.goto(`/calls/${again.call}/answer/1`)
      const table = question(page, 'q7')
      expect(await table.getByText(`Filled in from what was sent to call ${call}`).count()).toBe(1)
      expect(await table.getByLabel('Row 1: Name').inputValue()).toBe('Visitors Act')
      await save(page)
      expect(await table.getByText(/^Filled in from/).count()).toBe(1)
      await page.goto(`/calls/${again.call}/answer/1?step=check`)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await expect.poll(() => page.getByText('Sent. Thank you.').count()).toBe(0)
      await page.getByRole('button', { name: 'All of them still hold' }).click()
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await expect.poll(() => page.getByText('Sent. Thank you.').count()).toBe(1)
    })
  })

  test('it is nobody else\u2019s to read or to write', async () => {
    const address = `${origin}/calls/${call}/answer/1`
    const asked = (cookie: string) => fetch(address, { headers: { cookie }, redirect: 'manual' })
    expect((await asked('')).headers.get('location')).toContain('/sign-in')
    expect((await asked(small.cookie)).status).toBe(404)
    for (const path of [address, `${address}/save`]) {
      const body = new URLSearchParams({ act: 'submissions.save', 'text q3': 'Not mine', 'was q3': '' })
      const headers = { cookie: small.cookie, origin }
      expect((await fetch(path, { method: 'POST', headers, body, redirect: 'manual' })).status).toBeGreaterThan(399)
    }
    const found = await rooms.submissions.answering(`${call}/1`, mission.visitor)
    expect(found?.drafts.q3?.answer).toMatchObject({ text: 'From the ministry.' })
    expect(await rooms.submissions.answering(`${call}/1`, anybody)).toBeNull()
  })
})

test('a keyboard alone answers and sends', () =>
  at(
    small,
    async (page) => {
      await page.goto(`/calls/${call}/answer/2`)
      const focused = () =>
        page.evaluate(() => `${document.activeElement?.getAttribute('name')} ${document.activeElement?.textContent}`)
      const tabTo = async (what: RegExp) => {
        for (let pressed = 0; pressed < 150; pressed++) {
          if (what.test(await focused())) return
          await page.keyboard.press('Tab')
        }
        throw new Error(`The keyboard does not reach ${what}; it is at ${await focused()}`)
      }
      await tabTo(/^options q1 /)
      await page.keyboard.press('ArrowUp')
      expect(await page.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true)
      await tabTo(/^text q10 /)
      await page.keyboard.type('Nothing else')
      await tabTo(/Check and send/)
      await page.keyboard.press('Enter')
      await page.waitForURL(/step=check/)
      await tabTo(/^visibility /)
      await page.keyboard.press('ArrowDown')
      await tabTo(/^null Send( in the place of what was sent)?$/)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.getByText('Sent. Thank you.').count()).toBe(1)
      const sent = await rooms.submissions.submission(call, 2, officer.visitor)
      expect(sent?.answers).toMatchObject({ q1: { option: 'yes' }, q10: { text: 'Nothing else' } })
    },
    false,
    true,
  ))

describe('with script', () => {
  test('what is typed is saved by itself, and only that; conditions hold at once', () =>
    at(
      null,
      async (page) => {
        await page.goto(link)
        await page.getByRole('radio', { name: 'Yes' }).check()
        await expect.poll(() => question(page, 'q4').isVisible(), soon).toBe(true)
        await page.getByLabel('Number of cases in the last year').fill('7')
        const [request] = await Promise.all([
          page.waitForRequest((one) => one.url().endsWith('/save')),
          page.getByLabel('Anything else, in one line').fill('Two words'),
        ])
        expect(request.postData()).not.toContain('q5')
        await expect.poll(() => page.getByText(/^Saved at/).count(), soon).toBe(1)
        await expect.poll(() => page.getByText('Words: 2 of 20').count(), soon).toBe(1)
        await page.getByLabel('Row 1: Name').fill('Charter')
        await page.getByRole('button', { name: 'Save and add a row' }).click()
        await page.getByLabel('Row 2: Name').fill('Code')
        await expect
          .poll(async () => (await answersOf(3)).q7, soon)
          .toMatchObject({ rows: [{}, { cells: { name: 'Code' } }] })
        expect((await answersOf(3)).q4).toMatchObject({ number: '7' })
        // What is wrong is told beside the field, what was typed stays, and it is not asked of the server again and again.
        await page.getByLabel('Number of cases in the last year').fill('many')
        await expect.poll(() => question(page, 'q4').getByText('cannot be read as a number').count(), soon).toBe(1)
        expect(await page.getByLabel('Number of cases in the last year').inputValue()).toBe('many')
        await page.getByLabel('Number of cases in the last year').fill('8')
        await expect.poll(async () => (await answersOf(3)).q4, soon).toMatchObject({ number: '8' })
        await expect.poll(() => question(page, 'q4').getByText('cannot be read as a number').count(), soon).toBe(0)
      },
      true,
    ))

  test('while the line is down nothing typed is lost, and it goes out by itself when it is back', async () => {
    const context = await browser.newContext({ baseURL: origin })
    try {
      const page = await context.newPage()
      await page.goto(link)
      await context.setOffline(true)
      await page.getByLabel('Anything else, in one line').fill('Typed at night')
      await expect.poll(() => page.getByText(/^Not saved: the line is down/).count(), soon).toBe(1)
      await context.setOffline(false)
      await expect.poll(async () => (await answersOf(3)).q10, soon).toMatchObject({ text: 'Typed at night' })
      // The page is closed while the line is down, and opened again.
      await context.setOffline(true)
      await page.getByLabel('Anything else, in one line').fill('Typed on the train')
      await expect.poll(() => page.getByText(/^Not saved: the line is down/).count(), soon).toBe(1)
      await page.goto('about:blank')
      await context.setOffline(false)
      await page.goto(link)
      expect(await page.getByLabel('Anything else, in one line').inputValue()).toBe('Typed on the train')
      await expect.poll(async () => (await answersOf(3)).q10, soon).toMatchObject({ text: 'Typed on the train' })
    } finally {
      await context.close()
    }
  })

  test('what somebody else changed meanwhile is shown beside, and goes only by the second word', () =>
    at(
      null,
      async (page) => {
        await page.goto(link)
        const holder = (await rooms.submissions.holder(link.slice(8), anybody))!
        const theirs = { answers: { q10: { text: 'Theirs' } }, language: 'en' } as const
        done(await rooms.submissions.save(holder.visitor, { invitation: `${call}/3`, ...theirs }))
        await page.getByLabel('Anything else, in one line').fill('Mine')
        await expect.poll(() => question(page, 'q10').getByText('Theirs').count(), soon).toBe(1)
        expect((await answersOf(3)).q10).toMatchObject({ text: 'Theirs' })
        await page.getByLabel('Anything else, in one line').fill('Mine, still')
        await expect.poll(async () => (await answersOf(3)).q10, soon).toMatchObject({ text: 'Mine, still' })
      },
      true,
    ))
})

async function answersOf(n: number) {
  const holder = (await rooms.submissions.holder(link.slice(8), anybody))!
  const found = await rooms.submissions.answering(`${call}/${n}`, holder.visitor)
  return Object.fromEntries(Object.entries(found?.drafts ?? {}).map(([id, { answer }]) => [id, answer]))
}

/** The form of every kind, several times over. */
function manyTimes(times: number): Form {
  const again = (question: Question, n: number): Question => {
    const id = (one: string) => `${one}-${n}`
    const when = question.when && { ...question.when, question: id(question.when.question) }
    return { ...question, id: id(question.id), same: `${question.same}-${n}`, when }
  }
  const sections = Array.from({ length: times }, (_, n) =>
    sampleForm.sections.map((section) => ({
      ...section,
      id: `${section.id}-${n}`,
      when: section.when && { ...section.when, question: `${section.when.question}-${n}` },
      questions: section.questions.map((question) => again(question, n)),
    })),
  )
  return { ...sampleForm, sections: sections.flat() }
}

describe('its size', () => {
  let long: string
  let longest: string
  beforeAll(async () => {
    const invited = { invitees: [{ kind: 'actor', actor: 'ki' } as const] }
    long = (await openedCall(rooms, { ...invited, form: manyTimes(2) })).call
    longest = (await openedCall(rooms, { ...invited, form: manyTimes(12) })).call
  })

  const weigh = async (path: string, encoding: string): Promise<number> => {
    const headers = { 'accept-encoding': encoding, cookie: small.cookie }
    const page = await (await fetch(origin + path, { headers: { cookie: small.cookie } })).text()
    const linked = [...page.matchAll(/(?:href|src)="(\/(?:assets|fonts)\/[^"]+)"/g)].map((match) => match[1]!)
    const sizes = await Promise.all(
      [path, ...linked].map(async (one) => {
        const answer = await fetch(origin + one, { headers })
        return Number(answer.headers.get('content-length'))
      }),
    )
    expect(linked.some((one) => one.endsWith('.css'))).toBe(true)
    expect(sizes.every((size) => size > 0)).toBe(true)
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  test.each(['en', 'ar'])(
    '20 questions of every kind in %s: less than 80 kB, style and script included',
    async (language) => {
      const path = `/calls/${long}/answer/1?lang=${language}`
      const sizes = { br: await weigh(path, 'br'), gzip: await weigh(path, 'gzip') }
      expect(sizes.br).toBeLessThan(80_000)
      expect(sizes.gzip).toBeLessThan(80_000)
    },
  )

  test('120 questions stand on one page a section, all reachable, saved whole', () =>
    at(small, async (page) => {
      await page.goto(`/calls/${longest}/answer/1`)
      expect(await page.locator('[data-section]').count()).toBe(1)
      await page.getByRole('radio', { name: 'Yes' }).check()
      await page.getByRole('button', { name: 'Save and go on' }).click()
      await page.waitForURL('**section=s2-0**')
      await page.getByLabel('Row 1: Name').fill('First law')
      await page.getByRole('navigation', { name: 'Sections of the form' }).getByRole('link').nth(2).focus()
      await page.getByRole('button', { name: 'Check and send' }).click()
      await expect.poll(() => page.getByText('First law').count()).toBe(1)
      const found = await rooms.submissions.answering(`${longest}/1`, small.visitor)
      expect(Object.keys(found!.drafts).sort()).toEqual(['q1-0', 'q7-0'])
    }))
})

describe.each(['en', 'ar'])('%s', (language) => {
  test.each<[string, () => SignedInAs | null, (page: Page) => Promise<void>]>([
    ['the form', () => mission, async (page) => void (await page.goto(`/calls/${call}/answer/1?lang=${language}`))],
    [
      'the check',
      () => small,
      async (page) => void (await page.goto(`/calls/${call}/answer/2?step=check&lang=${language}`)),
    ],
    ['by link', () => null, async (page) => void (await page.goto(`${link}?lang=${language}`))],
    [
      'with what was wrong',
      () => small,
      async (page) => {
        await page.goto(`/calls/${call}/answer/2?lang=${language}`)
        await page.locator('[name="text q4"]').fill('x')
        await page.locator('[name="cell q6 2010 cases"]').fill('x')
        await page.locator('form#answers .go, form#answers button[value=check]').first().click()
        await page.locator('#wrong').waitFor()
      },
    ],
  ])('%s has no fault axe can find, and fits a telephone', (_, who, open) =>
    at(
      who(),
      async (page) => {
        await open(page)
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll('details')) folded.open = true
        })
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 800 })
          const { violations } = await new AxeBuilder({ page }).analyze()
          const said = violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
          expect(said).toEqual([])
        }
        const beyond = await page.evaluate(() => {
          if (document.documentElement.scrollWidth <= 360) return []
          const isOut = ({ left, right }: DOMRect) => right > 360.5 || left < -0.5
          return [...document.querySelectorAll('main *')]
            .filter((element) => isOut(element.getBoundingClientRect()))
            .map((element) => element.outerHTML.slice(0, 160))
        })
        expect(beyond).toEqual([])
        expect(
          await page
            .locator('main')
            .getByText(/^(?:[a-z-]+\.){1,3}[a-z_-]+$/)
            .allTextContents(),
        ).toEqual([])
      },
      false,
      true,
    ),
  )
})
