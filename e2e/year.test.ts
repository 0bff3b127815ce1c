import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '#platform/access'
import { openMail } from '#platform/mail'
import type { Rooms } from '../modules/modules.ts'
import { signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { openWord } from '../modules/reports/testing/word-file.ts'
import { openBrowser, type TestSite, testSite } from './testing/site.ts'

/**
 * A year of following up, played in a browser without script: two countries, UNODC and the Secretariat answer what the
 * texts ask for the twenty-second session of the Commission; a session is moved, reminders go out, the report is issued.
 * Forms are found by the act they ask for, so that the same year is played in any language.
 */
const years = [
  {
    language: 'en',
    direction: 'ltr',
    chile: 'Chile trained 40 prosecutors on trafficking in wild fauna and flora.',
    norway: 'Norway prepared a bill on the liability of carriers.',
    reason: 'Parliament has not voted yet.',
    unodc: 'UNODC received the submissions of twelve Member States.',
    secretariat: 'The Secretariat compiled the present report.',
    remark: 'The office draws attention to the answers of two States.',
    heading: 'Paragraphs falling due',
    inProgress: 'In progress',
  },
  {
    language: 'ar',
    direction: 'rtl',
    chile: 'درّبت شيلي أربعين مدعيا عاما على مكافحة الاتجار بالأحياء البرية.',
    norway: 'أعدت النرويج مشروع قانون بشأن مسؤولية الناقلين.',
    reason: 'لم يصوت البرلمان بعد.',
    unodc: 'تلقى المكتب إفادات اثنتي عشرة دولة عضوا.',
    secretariat: 'أعدت الأمانة هذا التقرير.',
    remark: 'يسترعي المكتب الانتباه إلى ردود دولتين.',
    heading: null,
    inProgress: null,
  },
] as const

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

const secret = 'A note that stays inside the office.'
const unsent = 'A draft nobody cleared.'

describe.each(years)('a year in $language', (year) => {
  let rooms: Rooms
  let site: TestSite
  let origin: string
  let clock = '2012-09-03T09:00:00Z'
  const pages = new Map<string, { readonly page: Page; readonly context: BrowserContext; readonly person: string }>()
  const asked = { states: '', unodc: '', secretariat: '' }

  beforeAll(async () => {
    site = await testSite(() => new Date(clock), { host: 'localhost' })
    rooms = site.rooms
    origin = site.origin
    const due = await rooms.mandates.due({ body: 'CCPCJ', session: 22 })
    const find = (unit: string, path: string, actor: string) =>
      due.find((entry) => entry.unit === unit && entry.path === path && entry.actor === actor)?.obligation ?? ''
    asked.states = find('A/Draft resolution III', '3', 'Member States')
    asked.unodc = find('E/RES/2012/19', '4', 'UNODC')
    asked.secretariat = find('D/Resolution 20/1', '21(f)', 'Secretariat')
    expect(Object.values(asked).every((id) => id !== '')).toBe(true)
    for (const [name, role, actor, unit] of [
      ['officer', 'officer', undefined, undefined],
      ['mission', 'focal-point', 'cl', 'mission'],
      ['ministry', 'focal-point', 'cl', 'ministry'],
      ['norway', 'focal-point', 'no', 'mission'],
      ['unodc', 'focal-point', 'unodc', undefined],
      ['secretariat', 'focal-point', 'secretariat', undefined],
    ] as const) {
      const { person } = await signInAs(rooms.parties, {
        role,
        name,
        language: year.language,
        ...(actor && { actor }),
        ...(unit && { unit }),
      })
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin, acceptDownloads: true })
      context.setDefaultTimeout(15_000)
      await context.addCookies([{ name: 'language', value: year.language, url: origin }])
      pages.set(name, { page: await context.newPage(), context, person })
    }
    await goTo(clock)
  }, 60_000)

  afterAll(async () => {
    for (const { context } of pages.values()) await context.close()
    await site?.close()
    expect(site.faults).toEqual([])
  })

  /** Another day: whoever was signed in for months signs in again. */
  async function goTo(instant: string): Promise<void> {
    clock = instant
    for (const { context, person } of pages.values()) {
      const link = await rooms.parties.giveLink(program('system:test'), person)
      if ('refused' in link) throw new Error(link.refused)
      const whence = { device: 'test', origin, session: null, network: person }
      const begun = await rooms.parties.signInByLink(link.token, whence)
      if ('refused' in begun) throw new Error(begun.refused)
      await context.addCookies([{ name: 'session', value: begun.token, url: origin }])
    }
  }

  const pageOf = (name: string): Page => pages.get(name)!.page
  const addressOf = (obligation: string): string =>
    `/dossiers/${obligation.split('/').map(encodeURIComponent).join('/')}`

  /** Fills the form that asks for an act on the page shown, and sends it with its first button. */
  async function send(
    page: Page,
    act: string,
    fields: Readonly<Record<string, string>>,
    file?: { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    const form = page.locator(`main form:has(input[name="act"][value="${act}"])`).first()
    for (const fold of await page.locator('main details').all()) {
      if (await fold.evaluate((element, inner) => element.contains(inner), await form.elementHandle())) {
        if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click()
      }
    }
    for (const [name, value] of Object.entries(fields)) {
      const field = form.locator(`[name="${name}"]`).first()
      const tag = await field.evaluate((element) => element.tagName)
      await (tag === 'SELECT' ? field.selectOption(value) : field.fill(value))
    }
    if (file) await form.locator('input[type="file"]').setInputFiles(file)
    await Promise.all([page.waitForEvent('load'), form.locator('button').first().click()])
  }

  const report = (narrative: string, more: Readonly<Record<string, string>> = {}) => ({
    status: 'in_progress',
    'as-of': clock.slice(0, 10),
    narrative,
    language: year.language,
    ...more,
  })

  test('the office names who answers; a mission hands on, the ministry drafts, the mission clears', async () => {
    const officer = pageOf('officer')
    await officer.goto(addressOf(asked.unodc))
    await send(officer, 'followup.assign', { person: `unodc ${pages.get('unodc')!.person}` })
    await officer.goto(addressOf(asked.unodc))
    await send(officer, 'followup.note', { text: secret })

    const mission = pageOf('mission')
    await mission.goto(addressOf(asked.states))
    await send(mission, 'followup.hand-on', { person: pages.get('ministry')!.person })

    await goTo('2012-11-05T09:00:00Z')
    const ministry = pageOf('ministry')
    await ministry.goto(addressOf(asked.states))
    const curriculum = {
      name: 'curriculum.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Day one: the Convention.'),
    }
    await send(ministry, 'followup.record-update', report(year.chile, { status: 'implemented' }), curriculum)
    expect(await (await fetch(`${origin}${addressOf(asked.states)}`)).text()).not.toContain(year.chile)

    await mission.goto(addressOf(asked.states))
    await send(mission, 'followup.clear', {})
    expect(await (await fetch(`${origin}${addressOf(asked.states)}`)).text()).toContain(year.chile)
  })

  test('another country answers in part with the reason and a link; it does not see or touch the first one’s reply', async () => {
    const norway = pageOf('norway')
    await norway.goto(addressOf(asked.states))
    expect(await norway.locator('#own-cl').count()).toBe(0)
    await send(
      norway,
      'followup.record-update',
      report(year.norway, { reason: year.reason, url: 'https://lov.example/1' }),
    )
    expect(await norway.locator('main').textContent()).toContain(year.norway)
  })

  test('an office and the Secretariat answer; what is not cleared stays a draft', async () => {
    const unodc = pageOf('unodc')
    await unodc.goto(addressOf(asked.unodc))
    await send(unodc, 'followup.record-update', report(year.unodc))
    const secretariat = pageOf('secretariat')
    await secretariat.goto(addressOf(asked.secretariat))
    await send(secretariat, 'followup.record-update', report(year.secretariat, { status: 'implemented' }))
    const ministry = pageOf('ministry')
    const mission = pageOf('mission')
    await mission.goto(addressOf(asked.states))
    await ministry.goto(addressOf(asked.states))
    await send(ministry, 'followup.record-update', report(unsent))
    expect(await (await fetch(`${origin}${addressOf(asked.states)}`)).text()).not.toContain(unsent)
  })

  test('reminders go out, each once however often the job runs', async () => {
    await goTo('2013-03-23T06:00:00Z')
    const letters = async () => (await outbox()).length
    const send = (on: string) => rooms.followup.sendReminders('system:test', { on, site: origin })
    const before = await letters()
    const sent = await Promise.all([send('2013-03-23'), send('2013-03-23'), send('2013-03-23')])
    expect(sent.reduce((sum, { letters }) => sum + letters, 0)).toBe((await letters()) - before)
    const again = await send('2013-03-23')
    expect(again.letters).toBe(0)
  })

  test('a session is moved: the dates follow, and everybody concerned is told once', async () => {
    const officer = pageOf('officer')
    await officer.goto('/sessions/ccpcj/22/move')
    await send(officer, 'calendar.move-session', {
      from: '2013-05-13',
      to: '2013-05-17',
      reason: 'The hall is rebuilt.',
    })
    await rooms.followup.tellMoves('system:test', { site: origin })
    await rooms.followup.tellMoves('system:test', { site: origin })
    const told = (await outbox()).filter(({ text }) => text?.includes('The hall is rebuilt.'))
    expect(told.length).toBeGreaterThan(0)
    expect(new Set(told.map(({ to }) => to)).size).toBe(told.length)
    const [entry] = await rooms.mandates.due({ body: 'CCPCJ', session: 22 })
    expect(entry?.due.from).toBe('2013-05-13')
    const acts = await rooms.ledger.entries({ act: 'calendar.move-session' })
    expect(JSON.stringify(acts[0]?.data)).toContain('The hall is rebuilt.')
  })

  test('the report is issued with what was recorded and nothing else, and stays as it went out', async () => {
    await goTo('2013-05-13T08:00:00Z')
    const officer = pageOf('officer')
    const states = asked.states.replace(/\/\d+$/, '')
    await officer.goto(`/sessions/ccpcj/22/report?edit=${encodeURIComponent(`remark/${states}`)}`)
    await send(officer, 'reports.edit-words', { words: year.remark })
    await send(officer, 'reports.issue', {})
    expect(new URL(officer.url()).pathname).toMatch(/^\/reports\/\d+$/)
    const address = new URL(officer.url()).pathname

    const json = JSON.parse(await (await fetch(`${origin}${address}/report.json`)).text())
    const said = (json.entries as { duties: { reported: { narrative: string; reason: string | null }[] }[] }[])
      .flatMap(({ duties }) => duties.flatMap(({ reported }) => reported))
      .map(({ narrative }) => narrative)
    expect(said.sort()).toEqual([year.chile, year.norway, year.unodc, year.secretariat].sort())
    expect(json.language).toBe(year.language)

    const [download] = await Promise.all([
      officer.waitForEvent('download'),
      officer.locator(`a[href="${address}/report.docx"]`).click(),
    ])
    const word = openWord(await readFile(await download.path()))
    expect(word.faults).toEqual([])
    const html = await (await fetch(`${origin}${address}/report.html`)).text()
    expect(html).toContain(`<html lang="${year.language}" dir="${year.direction}">`)
    for (const text of [word.paragraphs.join('\n'), html]) {
      for (const words of [year.chile, year.norway, year.reason, year.unodc, year.secretariat, year.remark]) {
        expect(text).toContain(words)
      }
      for (const words of [secret, unsent]) expect(text).not.toContain(words)
      if (year.heading) expect(text).toContain(year.heading)
    }
    expect(word.part('word/document.xml').includes('<w:bidi/>')).toBe(year.direction === 'rtl')

    const mission = pageOf('mission')
    await mission.goto(addressOf(asked.states))
    await send(mission, 'followup.withdraw-update', { reason: 'Sent in error.' })
    expect(await (await fetch(`${origin}${address}/report.html`)).text()).toBe(html)
    expect((await rooms.ledger.verify()).crossFaults).toEqual([])
  })

  test('axe finds nothing to object to', async () => {
    const context = await browser.newContext({ baseURL: origin })
    const { value, name } = await signInAs(rooms.parties, { role: 'officer', language: year.language })
    await context.addCookies([
      { name, value, url: origin },
      { name: 'language', value: year.language, url: origin },
    ])
    const page = await context.newPage()
    try {
      for (const address of [
        addressOf(asked.states),
        '/dossiers',
        '/sessions/ccpcj/22/move',
        '/reports/1',
        '/actors/cl/asked',
        '/sessions/ccpcj/22/report?edit=introduction/how',
      ]) {
        await page.goto(address)
        expect(await page.locator('html').getAttribute('dir')).toBe(year.direction)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([])
      }
    } finally {
      await context.close()
    }
  })

  async function outbox() {
    const mail = openMail({ database: site.tests.database, now: () => new Date(clock) })
    const letters = await mail.outbox(program('system:test'), { limit: 200 })
    if ('refused' in letters) throw new Error(letters.refused)
    return Promise.all(
      letters.map(async ({ id }) => {
        const letter = await mail.letter(program('system:test'), id)
        if (!letter || 'refused' in letter) throw new Error('a letter vanished')
        return letter
      }),
    )
  }
})
