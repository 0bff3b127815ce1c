import {
  ActForm,
  type ActionProps,
  Button,
  FormFault,
  fieldOf,
  type KeyMoves,
  Keys,
  type LoaderInput,
  Notice,
  PageHead,
  PageLinks,
  type PageProps,
  redirectTo,
  TextField,
  turnedAway,
  unknownAct,
  useKeys,
  useWords,
  visitOf,
  withFilters,
} from '#web'
import { facetNames, searchFrom } from '../address.ts'
import { HowToAsk, NothingFound } from './asking.tsx'
import { Direct, Hits } from './hits.tsx'
import { Narrowing } from './narrowing.tsx'
import styles from './search.module.css'
import { loadSearch } from './search-loader.ts'

export const handle = { interactive: true, acts: ['search.save'] }

export async function loader(input: LoaderInput) {
  return loadSearch(input)
}

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== 'search.save') throw unknownAct()
  const asked = searchFrom(new URL(input.request.url).searchParams)
  const result = await rooms.search.save(visitor, { name: fieldOf(form, 'name'), asked })
  if (!('refused' in result)) return redirectTo('/search/saved?said=saved')
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  return result
}

/** The keys j and k go to the hit after and before the one one is at. */
function goTo(by: 1 | -1): void {
  const hits = [...document.querySelectorAll<HTMLElement>('[data-hit]')]
  const { activeElement } = document
  const at = activeElement instanceof HTMLElement ? hits.indexOf(activeElement) : -1
  const next = at < 0 ? hits.at(by === 1 ? 0 : -1) : hits[at + by]
  next?.focus()
}

/** What was typed runs its own way, whichever way the sentence around it runs. */
const apart = (typed: string): string => `\u2068${typed}\u2069`

const moves: KeyMoves = { j: () => goTo(1), k: () => goTo(-1) }

/** Where was this said: every paragraph of every text, by its words, its place, or who is asked. */
export default function Search({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const keys = useKeys(moves)
  const { text, query, hits, total, next, direct, actors, suggestion, notes, order, facets, waiting } = loaderData
  const asked = new URLSearchParams(query)
  const narrows = total > 0 || facetNames.some((name) => asked.has(name))
  if (text === '') {
    return (
      <>
        <PageHead title={words('search.title')}>
          <p>{words('search.lede')}</p>
        </PageHead>
        <HowToAsk />
      </>
    )
  }
  const meant = suggestion && withFilters('/search', asked, { q: suggestion })
  return (
    <article data-keys={keys.on ? 'on' : undefined}>
      <link
        rel="alternate"
        type="application/atom+xml"
        href={`/search.atom?${query}`}
        title={words('search.feed.title', { text })}
      />
      <PageHead title={words('search.asked', { text: apart(text) })} />
      {waiting > 0 && <Notice>{words('search.waiting', { count: waiting })}</Notice>}
      {notes.map(({ code }) => (
        <Notice key={code}>{words(`search.note.${code}`)}</Notice>
      ))}
      {meant && (
        <p className={styles.meant}>
          {words.rich('search.meant', {
            text: (
              <a key="meant" href={meant}>
                <bdi>{suggestion}</bdi>
              </a>
            ),
          })}
        </p>
      )}
      {direct.length > 0 && <Direct direct={direct} />}
      {actors.length > 0 && (
        <ul className={styles.actors} aria-label={words('search.actors')}>
          {actors.map(({ actor, name }) => (
            <li key={actor}>
              <a href={`/actors/${actor}`}>{words('search.actor', { actor: name })}</a>{' '}
              <a href={withFilters('/search', asked, { q: text, actor })}>{words('search.asks', { actor: name })}</a>
            </li>
          ))}
        </ul>
      )}
      <div className={narrows ? styles.columns : undefined}>
        <section className={styles.results} aria-labelledby="results">
          <div className={styles.bar}>
            <h2 id="results" className={styles.small}>
              {total === 0 && direct.length > 0
                ? words('search.nothing-else')
                : words('search.count', { count: total })}
            </h2>
            {total > 1 && <Order order={order} asked={asked} />}
            {narrows && (
              <a className={styles.toNarrow} href="#narrow">
                {words('search.narrow')}
              </a>
            )}
          </div>
          {total > 0 ? <Hits hits={hits} /> : direct.length === 0 && <NothingFound asked={asked} />}
          <PageLinks at="/search" asked={asked} next={next} />
          <Keys keys={keys}>{words('search.keys')}</Keys>
          <Keep data={loaderData} refused={actionData?.refused ?? null} />
        </section>
        {narrows && <Narrowing facets={facets} asked={asked} />}
      </div>
    </article>
  )
}

function Order({ order, asked }: { readonly order: 'best' | 'newest'; readonly asked: URLSearchParams }) {
  const words = useWords()
  return (
    <nav className={styles.order} aria-label={words('search.order.label')}>
      {(['best', 'newest'] as const).map((one) => (
        <a
          key={one}
          href={withFilters('/search', asked, { order: one === 'best' ? null : one })}
          aria-current={one === order ? 'true' : undefined}
        >
          {words(`search.order.${one}`)}
        </a>
      ))}
    </nav>
  )
}

interface KeepProps {
  readonly data: PageProps<typeof loader>['loaderData']
  readonly refused: string | null
}

/** Keeping the search, and being told of what is new in it. */
function Keep({ data: { text, query, signedIn, kept }, refused }: KeepProps) {
  const words = useWords()
  return (
    <section className={styles.keep} aria-labelledby="keep">
      <h2 id="keep" className={styles.small}>
        {words('search.keep.title')}
      </h2>
      <p>
        <a href={`/search.atom?${query}`} type="application/atom+xml">
          {words('search.keep.feed')}
        </a>
      </p>
      {kept !== null ? (
        <p>{words.rich('search.keep.kept', { name: kept, link: (chunks) => <a href="/search/saved">{chunks}</a> })}</p>
      ) : signedIn ? (
        <ActForm act="search.save" action={`/search?${query}`}>
          {refused && <FormFault>{words(`search.refused.${refused}`)}</FormFault>}
          <TextField name="name" label={words('search.keep.name')} defaultValue={text.slice(0, 200)} maxLength={200} />
          <Button quiet>{words('search.keep.save')}</Button>
        </ActForm>
      ) : (
        <p>
          <a href={`/sign-in?${new URLSearchParams({ next: `/search?${query}` })}`}>{words('search.keep.sign-in')}</a>
        </p>
      )}
    </section>
  )
}
