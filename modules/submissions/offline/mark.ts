import { createHash } from 'node:crypto'
import type { Language } from '@resolute/reader'

/** What a file says of itself: whose form it is and in which version. No secret: it opens nothing. */
export interface Mark {
  readonly call: string
  readonly invitation: number
  readonly version: number
  readonly language: Language
}

const told = ({ call, invitation, version, language }: Mark): string => `${call}/${invitation} v${version} ${language}`

/** Tells a mark that was changed on its way from one that was not; it is no seal against those who mean to. */
const checkOf = (mark: Mark): string =>
  createHash('sha256')
    .update(`form to answer offline ${told(mark)}`)
    .digest('hex')
    .slice(0, 10)

/** `2012-1/4 v1 en 0a1b2c3d4e`: it stands in every file for people and programs to see. */
export const markInWords = (mark: Mark): string => `${told(mark)} ${checkOf(mark)}`

const written =
  /(?<![\d/-])(\d{4}-[1-9]\d{0,5})\/([1-9]\d{0,5}) v([1-9]\d{0,5}) (ar|zh|en|fr|ru|es) ([0-9a-f]{10})(?![0-9a-f])/g

/** The marks in some words; a mark whose check does not fit is `changed`. */
export function marksIn(words: string): readonly (Mark | 'changed')[] {
  return [...words.normalize('NFKC').matchAll(written)].map(([, call, invitation, version, language, check]) => {
    const mark: Mark = {
      call: call!,
      invitation: Number(invitation),
      version: Number(version),
      language: language as Language,
    }
    return checkOf(mark) === check ? mark : 'changed'
  })
}
