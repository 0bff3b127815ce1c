import {
  ActForm,
  type ActionProps,
  Button,
  FormFault,
  fieldOf,
  Instant,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import { searchAddress } from '../address.ts'
import styles from './search.module.css'

export const handle = {
  opens: 'search.save',
  acts: ['search.remove', 'search.make-feed-address', 'search.end-feed-address'],
}

const saids = ['saved', 'removed', 'ended'] as const

export async function loader(input: LoaderInput) {
  const { rooms, visitor, origin } = visitOf(input)
  if (visitor.person === null) throw turnedAway(input, { refused: 'not-allowed', act: handle.opens, signIn: true })
  const said = new URL(input.request.url).searchParams.get('said')
  const saved = await rooms.search.saved(visitor)
  return {
    saved: saved.map(({ asked, ...one }) => ({ ...one, query: searchAddress(asked) })),
    origin,
    said: saids.find((one) => one === said) ?? null,
  }
}

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const form = await input.request.formData()
  const saved = fieldOf(form, 'saved')
  const act = fieldOf(form, 'act')
  switch (act) {
    case 'search.remove': {
      const result = await rooms.search.remove(visitor, saved)
      if (!('refused' in result)) return redirectTo('/search/saved?said=removed')
      if (result.refused === 'not-allowed') throw turnedAway(input, result)
      return result
    }
    case 'search.make-feed-address': {
      const result = await rooms.search.makeFeedAddress(visitor, saved)
      if (!('refused' in result)) return { saved, key: result.key }
      if (result.refused === 'not-allowed') throw turnedAway(input, result)
      return result
    }
    case 'search.end-feed-address': {
      const result = await rooms.search.endFeedAddress(visitor, saved)
      if (!('refused' in result)) return redirectTo('/search/saved?said=ended')
      if (result.refused === 'not-allowed') throw turnedAway(input, result)
      return result
    }
    default:
      throw unknownAct()
  }
}

/** One's own saved searches, each with the secret address of its feed. */
export default function SavedSearches({
  loaderData,
  actionData,
}: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { saved, origin, said } = loaderData
  const made = actionData && 'key' in actionData ? actionData : null
  const refused = actionData && 'refused' in actionData ? actionData.refused : null
  return (
    <>
      <PageHead title={words('search.saved.title')} kicker={<a href="/search">{words('search.title')}</a>}>
        <p>{words('search.saved.lede')}</p>
      </PageHead>
      {said && !made && <Notice>{words(`search.saved.said.${said}`)}</Notice>}
      {refused && <FormFault>{words(`search.refused.${refused}`)}</FormFault>}
      {saved.length === 0 ? (
        <Notice title={words('search.saved.none')}>
          <p>{words('search.saved.none-try')}</p>
        </Notice>
      ) : (
        <ul className={styles.searches}>
          {saved.map(({ id, name, query, savedAt, feedSince }) => (
            <li key={id}>
              <h2 className={styles.small}>
                <a href={`/search?${query}`}>
                  <bdi>{name}</bdi>
                </a>
              </h2>
              <p>{words.rich('search.saved.since', { at: <Instant key="at" at={savedAt} /> })}</p>
              {made?.saved === id ? (
                <Notice title={words('search.saved.made')}>
                  <p>{words('search.saved.made-lede')}</p>
                  <p dir="ltr" className={styles.address}>
                    <a href={`/search.atom?key=${made.key}`}>{`${origin}/search.atom?key=${made.key}`}</a>
                  </p>
                </Notice>
              ) : (
                feedSince && <p>{words.rich('search.saved.feed-since', { at: <Instant key="at" at={feedSince} /> })}</p>
              )}
              <div className={styles.acts}>
                <ActForm act="search.make-feed-address" hidden={{ saved: id }} inline>
                  <Button quiet aria-label={words('search.saved.make-named', { name })}>
                    {words(feedSince ? 'search.saved.make-anew' : 'search.saved.make')}
                  </Button>
                </ActForm>
                {feedSince && (
                  <ActForm act="search.end-feed-address" hidden={{ saved: id }} inline>
                    <Button quiet aria-label={words('search.saved.end-named', { name })}>
                      {words('search.saved.end')}
                    </Button>
                  </ActForm>
                )}
                <ActForm act="search.remove" hidden={{ saved: id }} inline>
                  <Button quiet aria-label={words('search.saved.remove-named', { name })}>
                    {words('search.saved.remove')}
                  </Button>
                </ActForm>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
