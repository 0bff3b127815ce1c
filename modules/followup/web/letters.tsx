import type { Frequency } from '#modules/followup'
import type { Visitor } from '#platform/access'
import {
  ActForm,
  type ActionProps,
  Button,
  fieldOf,
  Instant,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  SelectField,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import styles from './letters.module.css'

const acts = ['followup.set-letters', 'followup.make-feed-address', 'followup.end-feed-address'] as const
export const handle = { opens: 'followup.set-letters', acts }

const frequencies: readonly Frequency[] = ['daily', 'weekly', 'never']

/** Who is signed in; else whoever reads the letter whose link was opened, which is enough to have fewer of them. */
async function readerIn(input: LoaderInput): Promise<{ reader: Visitor; person: string; signedIn: boolean }> {
  const { rooms, visitor } = visitOf(input)
  const key = new URL(input.request.url).searchParams.get('key') ?? ''
  const byLetter = key === '' ? null : await rooms.followup.readerOf(key)
  const reader = byLetter ?? visitor
  if (reader.person === null) throw turnedAway(input, { refused: 'not-allowed', act: handle.opens, signIn: true })
  return { reader, person: reader.person, signedIn: reader.person === visitor.person }
}

export async function loader(input: LoaderInput) {
  const { person, signedIn } = await readerIn(input)
  const { rooms, origin } = visitOf(input)
  const asked = new URL(input.request.url).searchParams
  return {
    frequency: await rooms.followup.lettersOf(person),
    feed: signedIn ? await rooms.followup.feedAddress(person) : null,
    signedIn,
    origin,
    said: asked.get('said') === 'set' ? 'set' : asked.get('said') === 'ended' ? 'ended' : null,
  }
}

export async function action(input: LoaderInput) {
  const { reader } = await readerIn(input)
  const { rooms, visitor } = visitOf(input)
  const { followup } = rooms
  const form = await input.request.formData()
  const back = (said: string) => {
    const next = new URL(input.request.url).searchParams
    next.set('said', said)
    return redirectTo(`/letters?${next}`)
  }
  switch (fieldOf(form, 'act')) {
    case 'followup.set-letters': {
      const frequency = frequencies.find((one) => one === fieldOf(form, 'frequency')) ?? 'daily'
      const result = await followup.setLetters(reader, frequency)
      if ('refused' in result) throw turnedAway(input, result)
      return back('set')
    }
    case 'followup.make-feed-address': {
      const result = await followup.makeFeedAddress(visitor)
      if ('refused' in result) throw turnedAway(input, result)
      return { key: result.key }
    }
    case 'followup.end-feed-address': {
      const result = await followup.endFeedAddress(visitor)
      if ('refused' in result) throw turnedAway(input, result)
      return back('ended')
    }
    default:
      throw unknownAct()
  }
}

/** How often letters come, and the secret address of one's own calendar and feed. */
export default function Letters({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { frequency, feed, signedIn, origin, said } = loaderData
  const key = actionData?.key
  return (
    <>
      <PageHead title={words('letters.title')}>
        <p>{words('letters.lede')}</p>
      </PageHead>
      {said && <Notice>{words(`letters.said.${said}`)}</Notice>}
      <Section id="how-often" title={words('letters.how-often')}>
        <ActForm act="followup.set-letters">
          <SelectField
            name="frequency"
            label={words('letters.frequency')}
            defaultValue={frequency}
            options={frequencies.map((value) => ({ value, text: words(`letters.every.${value}`) }))}
          />
          <Button>{words('letters.set')}</Button>
        </ActForm>
      </Section>
      {signedIn && (
        <Section id="feed" title={words('letters.feed')}>
          <div className={styles.feed}>
            <p>{words('letters.feed-lede')}</p>
            {key && (
              <Notice title={words('letters.made')}>
                <p>{words('letters.made-lede')}</p>
                {['calendar.ics', 'feed.atom'].map((name) => (
                  <p key={name} dir="ltr" className={styles.address}>
                    <a href={`/${name}?key=${key}`}>{`${origin}/${name}?key=${key}`}</a>
                  </p>
                ))}
              </Notice>
            )}
            {feed && !key && <p>{words.rich('letters.since', { at: <Instant key="at" at={feed} /> })}</p>}
            <ActForm act="followup.make-feed-address">
              <Button>{words(feed ? 'letters.make-anew' : 'letters.make')}</Button>
            </ActForm>
            {(feed || key) && (
              <ActForm act="followup.end-feed-address">
                <Button quiet>{words('letters.end')}</Button>
              </ActForm>
            )}
          </div>
        </Section>
      )}
    </>
  )
}
