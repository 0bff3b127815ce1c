import {
  ActForm,
  type ActionProps,
  Button,
  DataTable,
  FormFault,
  fieldOf,
  Instant,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  TextField,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import { actorNames } from './actor-names.ts'
import { browserIn } from './browser-in.ts'
import { LanguageField, languageFrom } from './language-field.tsx'
import { RoleName } from './role-name.tsx'

export const handle = {
  opens: 'parties.change-account',
  acts: ['parties.change-account', 'parties.remove-passkey'],
}

/** What was just done, said at the top of the page that follows. */
const saids = ['signed-in', 'signed-out', 'changed', 'passkey-added', 'passkey-removed'] as const

export async function loader(input: LoaderInput) {
  const { rooms, visitor, session, reads } = visitOf(input)
  const account = visitor.person === null ? null : await rooms.parties.person(visitor.person)
  if (!account) throw turnedAway(input, { refused: 'not-allowed', act: handle.opens, signIn: true })
  const [sessions, passkeys, names] = await Promise.all([
    rooms.parties.signInSessions(visitor),
    rooms.parties.passkeys(visitor),
    actorNames(rooms, reads.language),
  ])
  const said = new URL(input.request.url).searchParams.get('said')
  return {
    account: { ...account, grants: account.grants.map((grant) => ({ ...grant, actorName: names(grant.actor) })) },
    sessions,
    passkeys,
    current: session.id,
    said: saids.find((one) => one === said) ?? null,
  }
}

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const form = await input.request.formData()
  switch (fieldOf(form, 'act')) {
    case 'parties.change-account': {
      const language = languageFrom(fieldOf(form, 'language'))
      const result = await rooms.parties.changeAccount(visitor, { name: fieldOf(form, 'name'), language })
      if (!('refused' in result)) return redirectTo(`/account?said=changed&lang=${language}`)
      if (result.refused === 'not-allowed') throw turnedAway(input, result)
      return result
    }
    case 'parties.remove-passkey': {
      const result = await rooms.parties.removePasskey(visitor, fieldOf(form, 'passkey'))
      if ('refused' in result) throw turnedAway(input, result)
      return redirectTo('/account?said=passkey-removed')
    }
    default:
      throw unknownAct()
  }
}

/** One's own account: who one is here, where one is signed in, and the passkeys one has. */
export default function Account({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { account, sessions, passkeys, current, said } = loaderData
  return (
    <>
      <PageHead title={account.name ?? ''} kicker={words('account.title')}>
        <p>
          <bdi>{account.email}</bdi>
        </p>
      </PageHead>
      {said && <Notice>{words(`account.said.${said}`)}</Notice>}
      <Section id="roles" title={words('account.roles')}>
        {account.grants.length === 0 ? (
          <p>{words('account.no-roles')}</p>
        ) : (
          <ul>
            {account.grants.map((grant) => (
              <li key={grant.id}>
                <RoleName grant={grant} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="self" title={words('account.self')}>
        <ActForm act="parties.change-account">
          {actionData && <FormFault>{words(`parties.refused.${actionData.refused}`)}</FormFault>}
          <TextField
            name="name"
            autoComplete="name"
            required
            defaultValue={account.name ?? ''}
            label={words('sign-in.name')}
          />
          <LanguageField chosen={account.language} />
          <Button>{words('account.save')}</Button>
        </ActForm>
      </Section>
      <Section id="sessions" title={words('account.sessions')}>
        <DataTable
          caption={words('account.sessions')}
          hideCaption
          rows={sessions}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'device',
              title: words('account.column.device'),
              heads: true,
              cell: ({ id, device }) => (
                <>
                  {browserIn(device) ?? words('account.some-device')}
                  {id === current && ` (${words('account.this-one')})`}
                </>
              ),
            },
            { key: 'way', title: words('account.column.way'), cell: ({ way }) => words(`account.way.${way}`) },
            { key: 'since', title: words('account.column.since'), cell: ({ createdAt }) => <Instant at={createdAt} /> },
            { key: 'seen', title: words('account.column.seen'), cell: ({ seenAt }) => <Instant at={seenAt} /> },
            {
              key: 'end',
              title: words('account.column.end'),
              cell: ({ id, device }) => (
                <ActForm act="parties.sign-out" action="/sign-out" hidden={{ session: id }} inline>
                  <Button
                    quiet
                    aria-label={words('account.end-named', {
                      device: browserIn(device) ?? words('account.some-device'),
                    })}
                  >
                    {words('account.end')}
                  </Button>
                </ActForm>
              ),
            },
          ]}
        />
      </Section>
      <p>
        <a href="/letters">{words('letters.title')}</a>{' '}
        {account.grants.some(({ role }) => role === 'administrator') && <a href="/outbox">{words('outbox.title')}</a>}
      </p>
      <Section id="passkeys" title={words('account.passkeys')}>
        <p>{words('account.passkeys-what')}</p>
        {passkeys.length > 0 && (
          <DataTable
            caption={words('account.passkeys')}
            hideCaption
            rows={passkeys}
            keyOf={({ id }) => id}
            columns={[
              { key: 'name', title: words('account.column.passkey'), heads: true, cell: ({ name }) => name },
              {
                key: 'since',
                title: words('account.column.added'),
                cell: ({ createdAt }) => <Instant at={createdAt} />,
              },
              {
                key: 'used',
                title: words('account.column.used'),
                cell: ({ usedAt }) => (usedAt ? <Instant at={usedAt} /> : words('account.never')),
              },
              {
                key: 'remove',
                title: words('account.column.remove'),
                cell: ({ id, name }) => (
                  <ActForm act="parties.remove-passkey" hidden={{ passkey: id }} inline>
                    <Button quiet aria-label={words('account.remove-named', { name })}>
                      {words('account.remove')}
                    </Button>
                  </ActForm>
                ),
              },
            ]}
          />
        )}
        <p>
          <a href="/account/passkey">{words('account.add-passkey')}</a>
        </p>
      </Section>
    </>
  )
}
