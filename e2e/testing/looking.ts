import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { TestSite } from './site.ts'

/** Every address under which something of a call may be read, for people and for programs. */
export function addressesOf(
  call: string,
  { invitations, questions }: { readonly invitations: number; readonly questions: number },
): readonly string[] {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
  const page = `/calls/${call}`
  const api = `/api/v1${page}`
  return [
    ...['', '/invitations', '/coverage', '/findings', '/section', '/form', '/setup'].map((part) => `${page}${part}`),
    ...['', '/form', '/submissions', '/findings', '/figures', '/coverage'].map((part) => `${api}${part}`),
    ...['/table', '/table?rows=submissions', '/archive'].map((part) => `${api}${part}`),
    ...numbers(questions).flatMap((n) => [`${page}/replies/q${n}`, `${api}/questions/q${n}/replies`]),
    ...numbers(invitations).flatMap((n) => [
      `${page}/submissions/${n}`,
      `${page}/submissions/${n}?number=1`,
      `${page}/invitations/${n}`,
      `${page}/answer/${n}`,
      `${api}/submissions/${n}`,
    ]),
  ]
}

/** Which of some words somebody meets at any of these addresses, in archives too; by the names they are given here. */
export async function wordsMet(
  { origin }: TestSite,
  cookie: string,
  addresses: readonly string[],
  words: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const met = new Set<string>()
  for (const address of addresses) {
    const answer = await fetch(`${origin}${address}`, { headers: { cookie } })
    expect(answer.status, address).toBeLessThan(500)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const isArchive = answer.headers.get('content-type') === 'application/zip'
    const texts = isArchive ? Object.values(unzipSync(bytes)).map((file) => strFromU8(file)) : [strFromU8(bytes)]
    for (const [name, own] of Object.entries(words)) if (texts.some((text) => text.includes(own))) met.add(name)
  }
  return [...met].sort()
}
