import { foldName } from '#modules/parties'
import type { Body } from './session.ts'

/** Finds bodies by code, slug, official name in any language, or alias; no case, accent or article counts. */
export function bodyFinder(bodies: readonly Body[]): (name: string) => Body | null {
  const byName = new Map<string, Body>()
  for (const body of bodies) {
    for (const name of [body.code, body.slug, ...Object.values(body.name), ...body.aliases])
      byName.set(foldName(name), body)
  }
  return (name) => byName.get(foldName(name)) ?? null
}
