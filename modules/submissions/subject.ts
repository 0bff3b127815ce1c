import type { Mandate, Obligation } from '#modules/mandates'

/** The most characters of a subject: a line of a list. */
const longest = 240

/** What is gathered, with what follows it: "their suggestions in relation to the overall theme, the agenda items ...". */
const gathered: readonly RegExp[] = [
  /\b(?:views|comments|observations|suggestions|proposals|information|experiences?|data|replies|contributions)(?:, [^,;]{0,60},)? (?:on|in relation to|regarding|concerning|with regard to|relating to) (?<on>.+)/su,
  /\b(?<on>(?:assessment|survey|questionnaire) (?:of|on) .+)/su,
]

/** Where the sentence goes on to something else. */
const goesOn =
  /;|,? and (?:also )?(?:requests|invites|encourages|urges|calls upon)\b|, (?:in order to|with a view to|taking into account|including|as well as|as appropriate|subject to|on the basis of|and, )|\bin order to\b|, and to\b|\band, on the basis\b/u

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en') + text.slice(1)

function shortened(text: string): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,]+$/u, '')} …`
}

/** What a clause asks views on, as the sentence says it, up to where it goes on. */
export function askedOn(text: string): string | null {
  for (const pattern of gathered) {
    const on = pattern.exec(text)?.groups?.on
    if (on)
      return on
        .split(goesOn, 1)[0]!
        .trim()
        .replace(/[.,;]+$/u, '')
  }
  return null
}

/**
 * What a call is about, in the words of its paragraph: what the reading says views are given on, else what the sentence
 * does, else what is asked. A report on what came ("those submissions") is not it.
 */
export function subjectOf({ text, clauses }: Mandate, obligations: readonly Obligation[]): string {
  const asked = clauses.find(
    ({ reporting }) => reporting.on_what !== null && reporting.who !== null && !/^those\b/u.test(reporting.on_what),
  )
  const isFirst = asked !== undefined && asked === clauses[0]
  const on = (isFirst ? asked.reporting.on_what : null) ?? askedOn(text)
  return capital(shortened(on ?? asked?.reporting.on_what ?? obligations[0]?.act ?? text))
}
