/**
 * Where somebody goes on after signing in: a path of this site with its query, or null for anything else. An address
 * that any browser could take for another site (`//elsewhere`, `/\elsewhere`, with tabs or line ends inside) is none.
 */
export function samePathOf(next: string | null | undefined): string | null {
  if (!next || next.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}\p{Zl}\p{Zp}]*$/u.test(next)) return null
  try {
    const base = 'http://here.invalid'
    const { origin, pathname, search } = new URL(next, base)
    const path = `${pathname}${search}`
    return origin === base && !path.startsWith('//') ? path : null
  } catch {
    return null
  }
}
