import {
  type ActionProps,
  DifferenceLegend,
  directionOf,
  fieldOf,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  unknownAct,
  useWords,
  visitOf,
  type Words,
} from '#web'
import { largestDraft } from '../compare.ts'
import styles from './compare.module.css'
import { comparisonAsked, draftIn, viewIn } from './compare-asked.ts'
import { DraftForm, TextsForm } from './compare-forms.tsx'
import { KeySwitch } from './compare-key-switch.tsx'
import { Refused } from './compare-refused.tsx'
import { Rows } from './compare-rows.tsx'
import { type ShownComparison, type ShownText, shownComparison } from './compare-shown.ts'
import { Dropped, Summary } from './compare-summary.tsx'

export const handle = { acts: ['documents.compare'] }

/** As many symbols as are sent along to choose from; who has more documents types, or comes from one of them. */
const mostListed = 200

export async function loader(input: LoaderInput) {
  const { documents } = visitOf(input).rooms
  const query = new URL(input.request.url).searchParams
  const asked = comparisonAsked(query)
  const facts = { query: query.toString(), asked }
  if (asked.old && asked.new) {
    const found = await documents.compare({ old: asked.old, new: asked.new })
    const result = 'refused' in found ? found : shownComparison(found, asked)
    return { ...facts, result, symbols: [], alike: [], versions: [] }
  }
  const one = asked.new ?? asked.old
  const [symbols, alike, versions] = await Promise.all([
    documents.list(),
    one ? documents.toCompareWith(one.document) : [],
    one ? documents.versions(one.document) : [],
  ])
  return {
    ...facts,
    result: null,
    symbols: symbols.length > mostListed ? [] : symbols.map(({ id }) => id),
    alike,
    versions: versions.map(({ version }) => version).sort((a, b) => a - b),
  }
}

/** What is far too large is not even taken in. */
const tooLarge = {
  ...{ against: '', show: 'all', text: '' },
  result: { refused: 'unreadable', side: 'new', refusal: { code: 'too-large', bytes: 0, limit: largestDraft } },
} as const

/** A draft against a text of the register. Nothing of it is kept; the page carries it on in its form. */
export async function action(input: LoaderInput) {
  if (Number(input.request.headers.get('content-length')) > 2 * largestDraft) return tooLarge
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== 'documents.compare') throw unknownAct()
  const against = fieldOf(form, 'against').trim()
  const show = viewIn(fieldOf(form, 'show'))
  const draft = await draftIn(form)
  const given = { against, show, text: fieldOf(form, 'text') }
  if (against === '' || draft === null) return { ...given, missing: against === '' ? 'against' : 'draft' } as const
  const found = await visitOf(input).rooms.documents.compare({ old: { document: against }, new: draft })
  if ('refused' in found) return { ...given, result: found }
  const result = shownComparison(found, { show, whole: true })
  return { ...given, text: found.new.plainText ?? '', result }
}

/** How a text is called in running words. */
export function textInWords({ document, version, versions }: ShownText, words: Words): string {
  if (document === null) return words('compare.the-draft')
  return versions ? words('compare.of-version', { document, version }) : document
}

export default function ComparePage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { asked, query, symbols, alike, versions } = loaderData
  const result = actionData ? ('result' in actionData ? actionData.result : null) : loaderData.result
  const shown = result && !('refused' in result) ? result : null
  const forms = (
    <>
      <TextsForm asked={asked} symbols={symbols} alike={alike} versions={versions} />
      <DraftForm given={actionData ?? null} against={(asked.old ?? asked.new)?.document ?? ''} symbols={symbols} />
    </>
  )
  return (
    <>
      <PageHead
        kicker={shown ? words('compare.title') : undefined}
        title={shown ? words('compare.titled', titlesOf(shown, words)) : words('compare.title')}
      >
        {shown ? <Titles shown={shown} /> : <p>{words('compare.lede')}</p>}
      </PageHead>
      {result && 'refused' in result && <Refused refusal={result} query={query} isDraft={actionData !== undefined} />}
      {shown ? (
        <>
          <Comparison shown={shown} query={query} draft={actionData !== undefined} oneColumn={asked.oneColumn} />
          <details className={styles.others} open={actionData !== undefined}>
            <summary>{words('compare.others')}</summary>
            {forms}
          </details>
        </>
      ) : (
        forms
      )}
    </>
  )
}

const titlesOf = ({ old, new: now }: ShownComparison, words: Words) => ({
  old: textInWords(old, words),
  new: textInWords(now, words),
})

/** What the texts are about; once where both say the same. */
function Titles({ shown }: { readonly shown: ShownComparison }) {
  const said = shown.old.title === shown.new.title ? [shown.new] : [shown.old, shown.new]
  return said
    .filter(({ title }) => title !== '')
    .map(({ title, language }) => (
      <p key={title} lang={language} dir={directionOf(language)}>
        {title}
      </p>
    ))
}

interface ComparisonProps {
  readonly shown: ShownComparison
  readonly query: string
  readonly draft: boolean
  readonly oneColumn: boolean
}

function Comparison({ shown, query, draft, oneColumn }: ComparisonProps) {
  const words = useWords()
  const languages = new Intl.DisplayNames([words.language], { type: 'language' })
  return (
    <>
      {shown.nothingDiffers && (
        <Notice title={words('compare.nothing.title')}>
          <p>{words('compare.nothing.text')}</p>
        </Notice>
      )}
      {!shown.nothingDiffers && shown.figures.changed === 0 && (
        <Notice title={words('compare.punctuation.title')}>
          <p>{words('compare.punctuation.text')}</p>
        </Notice>
      )}
      {shown.old.language !== shown.new.language && (
        <Notice title={words('compare.languages.title')}>
          <p>
            {words('compare.languages.text', {
              old: languages.of(shown.old.language),
              new: languages.of(shown.new.language),
            })}
          </p>
        </Notice>
      )}
      <Summary shown={shown} query={query} draft={draft} oneColumn={oneColumn} />
      <Dropped shown={shown} />
      <section className={styles.text} aria-labelledby="text">
        <h2 id="text">{words('compare.text')}</h2>
        <div className={styles.tools}>
          <DifferenceLegend />
          <KeySwitch />
        </div>
        <Rows shown={shown} query={query} oneColumn={oneColumn} titles={titlesOf(shown, words)} />
      </section>
    </>
  )
}
