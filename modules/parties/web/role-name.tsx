import { Day, useWords } from '#web'
import type { HeldGrant } from '../person.ts'

/** "focal point for Chile, Ministry of Justice, until 1 May 2013" */
export function RoleName({ grant }: { readonly grant: HeldGrant & { readonly actorName: string | null } }) {
  const words = useWords()
  return (
    <>
      {words('people.role', {
        role: words(`parties.role.${grant.role}`),
        actor: grant.actorName ?? 'none',
        unit: grant.unit ?? 'none',
      })}
      {grant.until !== null && words.rich('people.until', { day: <Day key="day" date={grant.until} /> })}
    </>
  )
}
