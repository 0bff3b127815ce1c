import { createHash } from 'node:crypto'

/**
 * The key of a form that was sent: what the page gave it, and all that was written in it. Sent again unchanged, by a
 * second click or a browser that tries again, it is the same; changed after going back, it is another.
 */
export function keyOf(form: FormData): string {
  const hash = createHash('sha256')
  for (const [name, value] of form) {
    hash.update(JSON.stringify(typeof value === 'string' ? [name, value] : [name, value.name, value.size]))
  }
  return hash.digest('base64url')
}
