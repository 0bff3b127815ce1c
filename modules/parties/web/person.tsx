import {
  ActForm,
  type ActionProps,
  Button,
  DataTable,
  Facts,
  FormFault,
  fieldOf,
  Instant,
  type LoaderInput,
  Notice,
  notFound,
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
import { actorFrom, actorNames } from './actor-names.ts'
import { RoleFields, roleFrom } from './role-fields.tsx'
import { RoleName } from './role-name.tsx'

export const handle = {
  opens: 'parties.see-people',
  acts: ['parties.end-grant', 'parties.grant-role', 'parties.close-person'],
}

const saids = ['granted', 'ended', 'account-closed'] as const

export async function loader(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const seen = await rooms.parties.people(visitor)
  if ('refused' in seen) throw turnedAway(input, seen)
  const id = input.params.person ?? ''
  const person = seen.find((one) => one.id === id)
  if (!person) throw notFound('person', id)
  const names = await actorNames(rooms, reads.language)
  const givers = person.grants.flatMap(({ givenBy }) => /^person:(\d+)$/.exec(givenBy)?.[1] ?? [])
  const giverNames = await rooms.parties.names(givers)
  const administers = visitor.grants.some(({ role }) => role === 'administrator')
  const own = visitor.grants.map(({ actor }) => actor)
  const said = new URL(input.request.url).searchParams.get('said')
  return {
    person: {
      ...person,
      grants: person.grants.map((grant) => ({
        ...grant,
        actorName: names(grant.actor),
        giver: giverNames.get(grant.givenBy.replace('person:', '')) ?? grant.givenBy,
        mayEnd: administers || (grant.actor !== null && own.includes(grant.actor)),
      })),
    },
    administers,
    said: saids.find((one) => one === said) ?? null,
  }
}

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const { parties } = rooms
  const person = input.params.person ?? ''
  const form = await input.request.formData()
  const asked = async () => {
    switch (fieldOf(form, 'act')) {
      case 'parties.end-grant':
        return { result: await parties.endGrant(visitor, fieldOf(form, 'grant')), said: 'ended' }
      case 'parties.grant-role': {
        const until = fieldOf(form, 'until')
        const role = { role: roleFrom(form), actor: await actorFrom(rooms, fieldOf(form, 'actor')) }
        const request = { ...role, unit: fieldOf(form, 'unit') || null, until: until === '' ? null : until }
        return { result: await parties.grantRole(visitor, person, request), said: 'granted' }
      }
      case 'parties.close-person': {
        const forget = fieldOf(form, 'forget') === 'yes'
        return { result: await parties.closePerson(visitor, person, { forget }), said: 'account-closed' }
      }
      default:
        throw unknownAct()
    }
  }
  const { result, said } = await asked()
  if (!('refused' in result)) return redirectTo(`/people/${encodeURIComponent(person)}?said=${said}`)
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  return { refused: result.refused, actor: fieldOf(form, 'actor'), unit: fieldOf(form, 'unit') }
}

/** One person: what they may do here and who said so; giving and ending roles, closing the account. */
export default function PersonPage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { person, administers, said } = loaderData
  const open = person.closedAt === null
  return (
    <>
      <PageHead
        title={person.name ?? words('people.forgotten', { id: person.id })}
        kicker={<a href="/people">{words('people.title')}</a>}
      />
      {said && <Notice>{words(`people.said.${said}`)}</Notice>}
      {actionData && <FormFault>{words(`parties.refused.${actionData.refused}`)}</FormFault>}
      <Facts
        rows={[
          [words('people.column.email'), <bdi key="e">{person.email ?? '–'}</bdi>],
          [words('people.column.since'), <Instant key="s" at={person.createdAt} />],
          ...(person.closedAt === null
            ? []
            : [[words('people.closed'), <Instant key="c" at={person.closedAt} />] as const]),
        ]}
      />
      <Section id="roles" title={words('account.roles')}>
        {person.grants.length === 0 ? (
          <p>{words('people.no-role')}</p>
        ) : (
          <DataTable
            caption={words('account.roles')}
            hideCaption
            rows={person.grants}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'role',
                title: words('people.column.role'),
                heads: true,
                cell: (grant) => <RoleName grant={grant} />,
              },
              {
                key: 'from',
                title: words('people.column.from'),
                cell: ({ givenAt, giver }) => (
                  <>
                    <Instant at={givenAt} />, <bdi>{giver}</bdi>
                  </>
                ),
              },
              {
                key: 'end',
                title: words('people.column.end'),
                cell: ({ id, mayEnd, role }) =>
                  mayEnd && (
                    <ActForm act="parties.end-grant" hidden={{ grant: id }} inline>
                      <Button quiet aria-label={words('people.end-named', { role: words(`parties.role.${role}`) })}>
                        {words('people.end')}
                      </Button>
                    </ActForm>
                  ),
              },
            ]}
          />
        )}
      </Section>
      {administers && open && (
        <>
          <Section id="grant" title={words('people.grant')}>
            <ActForm act="parties.grant-role">
              <RoleFields actor={actionData?.actor ?? ''} unit={actionData?.unit ?? ''} fault={undefined} />
              <TextField
                name="until"
                type="date"
                label={words('people.until-field')}
                help={words('people.until-help')}
              />
              <Button>{words('people.grant-act')}</Button>
            </ActForm>
          </Section>
          <Section id="close" title={words('people.close')}>
            <p>{words('people.close-what')}</p>
            <ActForm act="parties.close-person">
              <label>
                <input type="checkbox" name="forget" value="yes" /> {words('people.forget')}
              </label>
              <Button quiet>{words('people.close-act')}</Button>
            </ActForm>
          </Section>
        </>
      )}
    </>
  )
}
