import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { downloaded } from './people.ts'

/** What people do on the pages of calls for views, and what is waited for there. */

/** What has to come by itself is waited for. */
export const shows = (page: Page, words: string | RegExp) =>
  expect.poll(() => page.getByText(words).count(), { message: `${words}`, timeout: 15_000 }).toBeGreaterThan(0)

/** A question added at the end of the first section. */
export async function add(page: Page, kind: string, label: string, options: readonly string[] = []) {
  const form = page.locator('#add-s1')
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click()
  await form.getByLabel('Kind').selectOption({ label: kind })
  await form.getByLabel('Question').fill(label)
  if (options.length > 0) await form.getByLabel('Options').fill(options.join('\n'))
  await form.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('link', { name: label }).waitFor()
}

/** From where the focus is to something, by the key Tab alone. */
export async function tabTo(page: Page, what: string) {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if ((await page.locator(`${what}:focus`).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${what}`)
}

/** The form as a file, filled in elsewhere and brought back. */
export async function bring(page: Page, program: 'Word' | 'Excel', fill: (bytes: Buffer) => Buffer) {
  const file = await downloaded(page, () => page.getByRole('link', { name: program, exact: true }).click())
  const brought = { name: file.name, mimeType: '', buffer: fill(file.bytes) }
  await page.locator('input[type=file][name=file]').setInputFiles(brought)
  await page.locator('button', { hasText: 'Bring a file back' }).click()
  await shows(page, `What became of ${file.name}`)
  const told = (await page.locator('#brought').textContent()) ?? ''
  expect(told).not.toMatch(/please look|Left out/)
}

export async function checkAndSend(page: Page, visibility?: RegExp) {
  await page.getByRole('button', { name: 'Check and send' }).click()
  await page.waitForURL('**step=check')
  if (visibility) await page.getByRole('radio', { name: visibility }).check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await shows(page, 'Sent. Thank you.')
}

/** Words of a reply marked for a finding, one there is or a new one. */
export async function mark(
  page: Page,
  n: number,
  quote: string,
  of: { readonly finding: number } | { readonly makes: string },
  part = '',
) {
  const form = page.locator(`#reply-${n} details[data-marking$=" ${part}"]`)
  await form.locator('summary').click()
  await form.getByLabel('The words').fill(quote)
  if ('makes' in of) await form.locator('[name=statement]').fill(of.makes)
  else await form.locator('[name=finding]').selectOption({ index: of.finding - 1 })
  await form.getByRole('button', { name: 'Mark a passage' }).click()
}

/** Links of a part of a page, as they stand. */
export const linksIn = async (page: Page, part: string): Promise<readonly string[]> => {
  const all = await page
    .locator(`${part} a[href^="/"]`)
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')))
  return [...new Set(all.flatMap((href) => href ?? []))]
}

export const spaced = (text: string): string => text.replace(/\s+/gu, ' ')

/** An actor of the directory invited by name, on the page of invitations. */
export async function invite(page: Page, { name, address = null, language = null }: Invitee) {
  const one = page.getByRole('group', { name: 'One State, body, entity or organization' })
  await one.getByRole('combobox', { name: 'Name' }).fill(name)
  if (address) await one.getByLabel('Address for mail').fill(address)
  if (language) await one.getByLabel('Language of the letter').selectOption({ label: language })
  await one.getByRole('button', { name: 'Invite' }).click()
  await page.getByRole('link', { name, exact: true }).waitFor()
}

interface Invitee {
  readonly name: string
  readonly address?: string | null
  /** Of the letter, by its own name. */
  readonly language?: string | null
}

/** Links of a site followed: each opens, and where it names a place on the page the place is there. */
export async function followed(page: Page, links: readonly string[]) {
  for (const href of links) {
    const answer = await page.request.get(href)
    expect(answer.status(), href).toBe(200)
    const [, place] = href.split('#')
    if (place) expect(await answer.text(), href).toContain(`id="${place}"`)
  }
}
