import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '#modules/reports'
import { wordsIn } from '#platform/words'
import type { Rooms } from '../modules/modules.ts'
import { openWord } from '../modules/reports/testing/word-file.ts'
import { add, bring, checkAndSend, followed, invite, linksIn, mark, shows, spaced, tabTo } from './testing/calling.ts'
import { filledWord, filledWorkbook } from './testing/filling.ts'
import { addressesOf, wordsMet } from './testing/looking.ts'
import { at, downloaded, lettersTo, linkTo, type Somebody, somebody } from './testing/people.ts'
import { openBrowser, type TestSite, testSite } from './testing/site.ts'
import {
  call,
  chile,
  egypt,
  home,
  invited,
  italy,
  japan,
  kenya,
  peru,
  poland,
  police,
  quoted,
  said,
  sentences,
  training,
  unpublished,
} from './testing/tourism.ts'

/** From the paragraph that orders a call to the section of the report: Council resolution 2012/19, paragraph 4. */

let today = '2012-10-01'
const now = () => new Date(`${today}T09:00:00Z`)

const arabic = wordsIn(new URL('../modules/submissions/web/messages/', import.meta.url))('ar')

let site: TestSite
let browser: Browser
let rooms: Rooms
let officer: Somebody
let mission: Somebody
let nairobi: Somebody
let ministry: Somebody
let lima: Somebody
let oslo: Somebody

beforeAll(async () => {
  site = await testSite(now)
  rooms = site.rooms
  browser = await openBrowser()
  const person = (as: Parameters<typeof somebody>[2]) => somebody(site, now, as)
  officer = await person({ role: 'officer', name: 'Anna Weber' })
  const focal = (actor: string, unit: string, name: string) => person({ role: 'focal-point', actor, unit, name })
  mission = await focal('cl', 'Permanent Mission', 'María Soto')
  nairobi = await focal('ke', 'Permanent Mission', 'Wanjiru Kamau')
  ministry = await focal('ke', 'Ministry of Tourism', 'Otieno Ouma')
  lima = await focal('pe', 'Permanent Mission', 'Rosa Quispe')
  oslo = await focal('no', 'Permanent Mission', 'Kari Nordmann')
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  expect(site.faults).toEqual([])
})

const visit = <T>(who: Somebody | null, act: (page: Page) => Promise<T>, options?: BrowserContextOptions) =>
  at({ browser, site }, who, act, options)
const scripted: BrowserContextOptions = { javaScriptEnabled: true }

/** What the office sees of an invitation. */
const sent = async (n: number) => rooms.submissions.submission(call, n, (await officer.signedIn()).visitor)

describe('the office', () => {
  test('a call is made from its paragraph, and its form is written, one question by keyboard', () =>
    visit(officer, async (page) => {
      await page.goto('/mandates/E/RES/2012/19%234')
      await page.getByRole('link', { name: 'Call for views', exact: true }).click()
      await shows(page, 'Views are wanted from: Member States')
      expect(await page.getByLabel('Answers are asked for by').inputValue()).toBe('2013-01-14')
      expect(await page.getByLabel('Session whose report it feeds').inputValue()).toBe('CCPCJ/22')
      await page.getByLabel('Subject (English)').fill('Threats to the tourism sector')
      await page.getByLabel('Address for questions').fill('tourism@example.org')
      await page.getByRole('button', { name: 'Make the call' }).click()
      await page.waitForURL(`**${home}/form`)

      await add(page, 'Choose one', 'Has your country met threats to tourism?', ['Yes', 'No'])
      await add(page, 'Choose several', 'Which?', ['Trafficking in persons', 'Fraud', 'Terrorism'])
      await add(page, 'Text', 'Describe them, and what was done.')
      await add(page, 'Number', 'Cases in the last year')
      await add(page, 'Day', 'Day the national strategy entered into force')
      await add(page, 'Table', 'Cases by year', ['Year', 'Cases'])
      await add(page, 'Files', 'Strategies and laws')

      await tabTo(page, '#add-s1 [name=label]')
      await page.keyboard.type('What would help most?')
      await tabTo(page, '#add-s1 button')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: '8. What would help most?' }).waitFor()

      await page.getByRole('link', { name: /1\. Has your country/ }).click()
      await page.getByRole('checkbox', { name: 'An answer or a note is needed' }).check()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('link', { name: /2\. Which\?/ }).click()
      await page.getByText('Asked only where').click()
      await page.getByLabel('Where this was answered').selectOption('q1')
      await page.getByRole('checkbox', { name: 'Yes' }).check()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await shows(page, 'only if q1 is')
      await page.getByRole('link', { name: 'العربية' }).first().click()
      await page.getByRole('link', { name: /3\. Describe them/ }).click()
      await page.locator('#q3 [name=label]').fill('صفوا هذه التهديدات وما اتخذ من تدابير.')
      await page.locator('#q3').getByRole('button', { name: 'Save', exact: true }).click()
      await page.goto(home)
      await page.getByRole('button', { name: 'Open the call' }).click()
      await shows(page, 'The call is open')
    }))

  test('seven States of all five groups and an organization are invited and written to', () =>
    visit(officer, async (page) => {
      await page.goto(`${home}/invitations`)
      for (const invitee of invited) await invite(page, invitee)
      const other = page.getByRole('group', { name: 'An organization or a person by name' })
      await other.getByLabel('Name').fill('World Tourism Organization')
      await other.getByLabel('Address for mail').fill('views@tourism.example')
      await other.getByRole('button', { name: 'Invite' }).click()
      await page.getByRole('button', { name: 'Write to 8 not written to yet' }).click()
      await shows(page, '8 written to.')
      await expect.poll(() => page.getByRole('row').count()).toBe(9)
      const groups = await page.goto(home).then(() => page.getByRole('table').first().getByRole('row').allInnerTexts())
      expect(groups.map((row) => row.replace(/\s+/g, ' ').trim()).slice(1)).toEqual([
        'African States 2 0',
        'Asia-Pacific States 1 0',
        'Eastern European States 1 0',
        'Latin American and Caribbean States 2 0',
        'Western European and other States 1 0',
        'Organizations 1 0',
      ])
    }))
})

describe('answers', () => {
  beforeAll(() => {
    today = '2012-12-10'
  })

  test('Chile answers online, saved by itself while it is written, with a file', () =>
    visit(
      mission,
      async (page) => {
        await page.goto(`${home}/answer/${chile}`)
        await page.getByRole('radio', { name: 'Yes' }).check()
        await page.getByRole('checkbox', { name: 'Fraud' }).check()
        await page.getByLabel('Describe them').fill(unpublished.begun)
        await shows(page, /^Saved at/)
        // What was written and not sent is nobody's but theirs, and comes back where it was left.
        await page.goto(`${home}/answer/${chile}`)
        expect(await page.getByLabel('Describe them').inputValue()).toBe(unpublished.begun)
        await page.getByLabel('Describe them').fill(said.chile)
        await page.getByLabel('Cases in the last year').fill('42')
        await page.getByLabel('Day the national strategy').fill('2010-05-01')
        await page.getByLabel('Row 1: Year').fill('2010')
        await page.getByLabel('Row 1: Cases').fill('17')
        await page.getByLabel('What would help most?').fill(said.training)
        await page.getByLabel('Another file').setInputFiles({
          name: 'plan.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from('Plan nacional de turismo seguro'),
        })
        await checkAndSend(page)
        expect((await sent(chile))?.answers).toMatchObject({
          q1: { option: 'o1' },
          q2: { options: ['o2'] },
          q3: { text: said.chile, language: 'en' },
          q4: { number: '42' },
          q5: { day: '2010-05-01' },
          q6: { rows: [{ cells: { c1: '2010', c2: '17' } }] },
          q7: { files: [{ name: 'plan.txt' }] },
          q8: { text: said.training },
        })
      },
      scripted,
    ))

  test('Egypt answers in Arabic on the Arabic page, by the link of its letter', async () => {
    const [letter = ''] = await lettersTo(site, now, invited[1].address)
    expect(letter).toContain('إلى: مصر')
    expect(letter.split('Invites the United Nations Office on Drugs and Crime')).toHaveLength(2)
    const link = await linkTo(site, now, invited[1].address)
    await visit(
      null,
      async (page) => {
        await page.goto(link)
        expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
        await page.getByRole('radio', { name: 'Yes' }).check()
        await page.getByLabel('صفوا هذه التهديدات').fill(said.egypt)
        await page.locator('[name="text q4"]').fill('٣٠')
        await page.locator('form#answers [name=language]').selectOption('ar')
        await page.getByRole('button', { name: arabic('answer.check') }).click()
        await page.waitForURL('**step=check')
        await page.getByRole('button', { name: arabic('answer.send'), exact: true }).click()
        await shows(page, arabic('answer.said.send'))
      },
      { locale: 'ar' },
    )
    expect(await sent(egypt)).toMatchObject({ language: 'ar', visibility: 'public', late: false })
    expect((await sent(egypt))?.answers).toMatchObject({
      q3: { text: said.egypt, language: 'ar' },
      q4: { number: '30' },
    })
  })

  test('Japan answers in a Word file, for Member States alone', async () => {
    const link = await linkTo(site, now, invited[2].address)
    await visit(null, async (page) => {
      await page.goto(link)
      await bring(page, 'Word', (bytes) =>
        filledWord(bytes, {
          marked: ['q1.o.o1', 'q2.o.o2'],
          written: { q3: [unpublished.japan], q4: ['7'], 'q6.#1': ['2011', '7'] },
        }),
      )
      await shows(page, 'Taken: 5 answers')
      await checkAndSend(page, /^Member States and the office/)
    })
    expect(await sent(japan)).toMatchObject({
      channel: 'docx',
      visibility: 'member-states',
      answers: {
        q1: { option: 'o1' },
        q2: { options: ['o2'] },
        q3: { text: unpublished.japan },
        q4: { number: '7' },
        q6: { rows: [{ cells: { c1: '2011', c2: '7' } }] },
      },
    })
  })

  test('Poland answers in a workbook, for the office alone', async () => {
    const link = await linkTo(site, now, invited[3].address)
    await visit(null, async (page) => {
      await page.goto(link)
      await bring(page, 'Excel', (bytes) =>
        filledWorkbook(bytes, {
          q1: { answer: 'No' },
          q4: { answer: '3' },
          'q6.#1': { 'col:c1': '2010', 'col:c2': '3' },
          q8: { answer: unpublished.poland },
        }),
      )
      await shows(page, 'Taken: 4 answers')
      await checkAndSend(page, /^The office alone/)
    })
    expect(await sent(poland)).toMatchObject({
      channel: 'xlsx',
      visibility: 'office',
      answers: {
        q1: { option: 'o2' },
        q4: { number: '3' },
        q6: { rows: [{ cells: { c1: '2010', c2: '3' } }] },
        q8: { text: unpublished.poland },
      },
    })
  })

  test('Kenya\u2019s mission hands it on to the ministry, which writes; the mission clears it', async () => {
    const address = `${home}/answer/${kenya}`
    await visit(nairobi, async (page) => {
      await page.goto(address)
      await page.getByText('Hand on', { exact: true }).first().click()
      await page.getByLabel('To whom').selectOption({ label: 'Otieno Ouma (Ministry of Tourism)' })
      await page.getByRole('button', { name: 'Hand on' }).click()
      await shows(page, 'It lies with Otieno Ouma.')
    })
    await visit(ministry, async (page) => {
      await page.goto(address)
      await page.getByRole('radio', { name: 'Yes' }).check()
      await page.getByLabel('Describe them').fill(said.kenya)
      await page.getByLabel('Cases in the last year').fill('12')
      await page.getByRole('button', { name: 'Check and send' }).click()
      await page.waitForURL('**step=check')
      expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(0)
      await page.getByRole('link', { name: 'Back to the form' }).click()
      await page.getByRole('button', { name: 'Ready: give it back' }).click()
      await shows(page, 'It is back.')
    })
    expect(await sent(kenya)).toBeNull()
    await visit(nairobi, async (page) => {
      await page.goto(address)
      await checkAndSend(page)
    })
    expect((await sent(kenya))?.answers).toMatchObject({ q3: { text: said.kenya }, q4: { number: '12' } })
  })

  test('Peru sends and withdraws', () =>
    visit(lima, async (page) => {
      await page.goto(`${home}/answer/${peru}`)
      await page.getByRole('radio', { name: 'Yes' }).check()
      await page.getByLabel('Describe them').fill(unpublished.peru)
      await checkAndSend(page)
      expect((await sent(peru))?.state).toBe('standing')
      await page.getByText('Withdraw it').first().click()
      await page.getByLabel('Why').fill('To be agreed with the ministry first')
      await page.getByRole('button', { name: 'Withdraw it' }).click()
      await shows(page, 'Your answer was withdrawn')
      expect((await sent(peru))?.state).toBe('withdrawn')
    }))

  test('Italy is given more time, and answers even later', async () => {
    today = '2013-01-10'
    await visit(officer, async (page) => {
      await page.goto(`${home}/invitations/${italy}`)
      await page.getByText('Give more time').click()
      await page.getByLabel('New deadline').fill('2013-02-15')
      await page.getByLabel('Reason').fill('The ministry asked for it')
      await page.getByRole('button', { name: /more time/ }).click()
      await shows(page, 'The deadline was extended.')
    })
    today = '2013-02-20'
    const link = await linkTo(site, now, invited[5].address)
    await visit(null, async (page) => {
      await page.goto(link)
      await shows(page, 'extended for you')
      await shows(page, 'your answer is still welcome and will be marked as late')
      await page.getByRole('radio', { name: 'Yes' }).check()
      await page.getByLabel('Describe them').fill(said.italy)
      await page.getByLabel('Cases in the last year').fill('1,250')
      await page.getByLabel('What would help most?').fill(said.training)
      await checkAndSend(page)
    })
    expect(await sent(italy)).toMatchObject({ late: true, answers: { q4: { number: '1250' } } })
  })
})

const report = ['', '.html', '.md', '.json'].map((ending) => `/sessions/ccpcj/22/report${ending}`)

describe('from the pile to the page', () => {
  beforeAll(() => {
    today = '2013-03-15'
  })

  test('passages are marked beside the replies, and make two findings', () =>
    visit(officer, async (page) => {
      await page.goto(`${home}/replies/q3`)
      await mark(page, chile, 'Tourist police unite', { makes: police })
      await shows(page, 'These words are not in that answer.')
      await page.goto(`${home}/replies/q3`)
      await mark(page, chile, 'Tourist police units were set up in 2011', { makes: police })
      await shows(page, 'The words are marked.')
      for (const [, n, , quote] of quoted.slice(1, 3)) {
        await mark(page, n, quote, { finding: 1 })
        await expect.poll(() => page.locator(`#reply-${n}`).getByText('Marked for finding 1').count()).toBe(1)
      }
      await mark(page, japan, 'Tourist police units in Kyoto', { finding: 1 })
      await expect.poll(() => page.locator(`#reply-${japan}`).getByText('Marked for finding 1').count()).toBe(1)
      await page.goto(`${home}/replies/q8`)
      await mark(page, chile, 'Training of border officers', { makes: training })
      for (const n of [italy, poland]) {
        await mark(page, n, 'Training of border officers', { finding: 2 })
        await expect.poll(() => page.locator(`#reply-${n}`).getByText('Marked for finding 2').count()).toBe(1)
      }
      await page.goto(`${home}/findings`)
      const first = page.locator('#finding-1')
      await expect.poll(() => first.getByText('4 passages of 4 submissions').count()).toBe(1)
      await first.getByText('Change').first().click()
      await first.getByLabel('Heading (English)').fill('Police')
      await first.getByRole('button', { name: 'Change' }).click()
      await expect.poll(() => page.getByRole('heading', { name: 'Police', exact: true }).count()).toBe(1)
    }))

  test('the report to the session has the section, with right figures; every link leads to the words', () =>
    visit(null, async (page) => {
      await page.goto('/sessions/ccpcj/22')
      await page.getByRole('link', { name: 'report', exact: false }).first().click()
      await page.waitForURL('**/sessions/ccpcj/22/report')
      const chapter = page.locator(`#call-${call}`)
      const text = spaced((await chapter.textContent()) ?? '')
      for (const sentence of sentences) expect(text).toContain(sentence)
      for (const words of ['Japan', 'Poland', 'Peru']) expect(text).not.toContain(words)

      const links = [...(await linksIn(page, `#call-${call}`)), ...(await linksIn(page, '[aria-labelledby=replies]'))]
      expect(links.length).toBeGreaterThan(15)
      await followed(page, links)
      for (const [finding, n, question, quote] of quoted) {
        await page.goto('/sessions/ccpcj/22/report')
        const paragraph = page.locator(`#call-${call} p, #call-${call} li`).filter({ hasText: finding }).last()
        await paragraph.locator(`a[href="${home}/submissions/${n}#${question}"]`).click()
        expect(new URL(page.url()).hash).toBe(`#${question}`)
        expect(await page.locator(`#${question}`).textContent()).toContain(quote)
      }
    }))

  test('its Word and JSON files say the same, and lead to the same places', () =>
    visit(null, async (page) => {
      await page.goto('/sessions/ccpcj/22/report')
      const word = openWord((await downloaded(page, () => page.getByRole('link', { name: 'Word' }).click())).bytes)
      expect(word.faults).toEqual([])
      expect(word.broken).toEqual([])
      const paragraphs = spaced(word.paragraphs.join('\n'))
      for (const sentence of sentences) expect(paragraphs).toContain(sentence)
      const places = word.links.map((link) => new URL(link, site.origin).pathname)
      expect(places).toEqual(
        expect.arrayContaining([chile, egypt, kenya, italy].map((n) => `${home}/submissions/${n}`)),
      )
      expect(paragraphs).toContain(said.egypt)

      const json = await page.request.get('/sessions/ccpcj/22/report.json')
      const { submissions } = (await json.json()) as Pick<Report, 'submissions'>
      const first = submissions.find((one) => one.call === call)
      const told = first!.paragraphs.flatMap((one) => one.sentences.map(({ words }) => words)).join(' ')
      for (const sentence of sentences) expect(told).toContain(sentence)
      expect(first).toMatchObject({ call, submissions: 4 })
      expect(first!.annex.map(({ name }) => name)).toEqual(['Chile', 'Egypt', 'Italy', 'Kenya'])
    }))

  test('what is not for everybody is met nowhere by whom it is not for', async () => {
    const everywhere = addressesOf(call, { invitations: 8, questions: 8 })
    const met = async (who: Somebody | null) => {
      const cookie = (await who?.signedIn())?.cookie ?? ''
      return wordsMet(site, cookie, [...everywhere, ...report], unpublished)
    }
    expect(await met(null)).toEqual([])
    expect(await met(oslo)).toEqual(['japan'])
    expect(await met(officer)).toEqual(['japan', 'peru', 'poland'])
  })
})

test('the ledger is whole', async () => {
  expect(await rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})
