import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

type Answer = AuthenticationResponseJSON | RegistrationResponseJSON

/** What a browser says it made or signed, out of a form's field. Its shape is checked where it is verified. */
export function answerFrom<T extends Answer>(text: string): T | null {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'response' in answer ? (answer as T) : null
  } catch {
    return null
  }
}
