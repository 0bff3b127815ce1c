/** The door of secrets: what is given to one person once, and of which only a hash is kept. Knows no module. */
export { hashOf, isToken, newToken } from './token.ts'
