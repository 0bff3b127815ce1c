import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, written so that they fit an address and a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** All that is kept of a token. It has too many bits to be guessed, so no salt and no slow hash are needed. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Whether something may be a token at all: anything else needs no look into a table. */
export const isToken = (text: string): boolean => /^[\w-]{32,64}$/.test(text)
