import type { Directory } from '#modules/parties'
import { nameIn } from '#platform/i18n'
import type { ReportFacts } from './compile.ts'

/**
 * The facts with those who are asked, and those who are reported to, named in the language of the report, as far as the
 * directory knows their name there. English keeps the short names of the register ("UNODC").
 */
export function inTongue(facts: ReportFacts, directory: Directory, language: string): ReportFacts {
  if (language === 'en') return facts
  const named = (name: string): string => {
    const actor = directory.find(name)
    return actor === null ? name : nameIn({ ...actor.name, en: name }, language)
  }
  return {
    ...facts,
    due: facts.due.map((entry) => ({
      ...entry,
      actor: named(entry.actor),
      toWhom: entry.toWhom === null ? null : named(entry.toWhom),
    })),
    register: facts.register.map(({ mandate, obligations }) => ({
      mandate,
      obligations: obligations.map((obligation) => ({
        ...obligation,
        actorName: named(obligation.actorName),
        toWhom: obligation.toWhom.map(named),
      })),
    })),
  }
}
