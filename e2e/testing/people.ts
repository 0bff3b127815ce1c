import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { program } from '#platform/access'
import { openMail } from '#platform/mail'
import { type SignedInAs, signInAgain, signInAs } from '../../modules/parties/testing/sign-in-as.ts'
import { type TestSite, visitWith } from './site.ts'

/** Somebody of a story that goes on for months: signed in anew on each day they come. */
export interface Somebody {
  readonly signedIn: () => Promise<SignedInAs>
}

export async function somebody(
  { rooms }: TestSite,
  now: () => Date,
  as: Parameters<typeof signInAs>[1],
): Promise<Somebody> {
  const { parties } = rooms
  let last = await signInAs(parties, as)
  let day = now().toISOString().slice(0, 10)
  return {
    async signedIn() {
      const today = now().toISOString().slice(0, 10)
      if (today !== day) last = await signInAgain(parties, last.person)
      day = today
      return last
    },
  }
}

/** Somebody, or nobody, at a browser of their own; without script unless it is asked for. */
export async function at<T>(
  { browser, site }: { readonly browser: Browser; readonly site: TestSite },
  who: Somebody | null,
  act: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const session = await who?.signedIn()
  return visitWith(browser, { javaScriptEnabled: false, baseURL: site.origin, ...options }, async (page) => {
    if (session) await page.context().addCookies([{ name: session.name, value: session.value, url: site.origin }])
    return act(page)
  })
}

/** Letters to an address, newest first, as they lie in the outbox. */
export async function lettersTo({ tests }: TestSite, now: () => Date, address: string): Promise<readonly string[]> {
  const mail = openMail({ database: tests.database, now })
  const by = program('system:test')
  const entries = await mail.outbox(by, { limit: 200 })
  if ('refused' in entries) throw new Error(entries.refused)
  const letters = await Promise.all(entries.filter(({ to }) => to === address).map(({ id }) => mail.letter(by, id)))
  return letters.flatMap((letter) => (letter && 'text' in letter && letter.text ? [letter.text] : []))
}

/** The personal link of the newest letter to an address. */
export async function linkTo(site: TestSite, now: () => Date, address: string): Promise<string> {
  const [letter = ''] = await lettersTo(site, now, address)
  const link = /http\S+(\/answer\/[\w-]+)/.exec(letter)?.[1]
  if (!link) throw new Error(`No letter to ${address} has a link`)
  return link
}

/** The file a click gives. */
export async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) }
}
