import {
  ActForm,
  type ActionProps,
  Button,
  DataTable,
  FormFault,
  fieldOf,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  SelectField,
  TextField,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import { actorFrom, actorNames } from './actor-names.ts'
import { LanguageField, languageFrom } from './language-field.tsx'
import { RoleFields, roleFrom } from './role-fields.tsx'
import { RoleName } from './role-name.tsx'

export const handle = { opens: 'parties.see-people', acts: ['parties.invite-person'] }

export async function loader(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const people = await rooms.parties.people(visitor)
  if ('refused' in people) throw turnedAway(input, people)
  const names = await actorNames(rooms, reads.language)
  const named = (actor: string | null) => names(actor)
  return {
    people: people.map((person) => ({
      ...person,
      grants: person.grants.map((grant) => ({ ...grant, actorName: named(grant.actor) })),
    })),
    all: visitor.grants.some(({ role }) => role === 'administrator'),
    actors: visitor.grants.flatMap(({ actor }) =>
      actor === null ? [] : [{ value: actor, text: named(actor) ?? actor }],
    ),
    language: languageFrom(reads.language),
    invited: new URL(input.request.url).searchParams.get('said') === 'invited',
  }
}

export async function action(input: LoaderInput) {
  const { rooms, visitor, origin } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== 'parties.invite-person') throw unknownAct()
  const asked = { email: fieldOf(form, 'email'), name: fieldOf(form, 'name'), unit: fieldOf(form, 'unit') }
  const written = fieldOf(form, 'actor')
  const role = { role: roleFrom(form), actor: await actorFrom(rooms, written), unit: asked.unit || null }
  const language = languageFrom(fieldOf(form, 'language'))
  const result = await rooms.parties.invitePerson(visitor, { ...asked, ...role, language, origin })
  if (!('refused' in result)) return redirectTo('/people?said=invited')
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  return { refused: result.refused, asked: { ...asked, actor: written } }
}

/** Who can sign in here and as what: everybody for an administrator, the people of one's own actor for a focal point. */
export default function People({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { people, all, actors, language, invited } = loaderData
  const mayInvite = all || actors.length > 0
  const faultOf = (...codes: string[]) =>
    actionData && codes.includes(actionData.refused) ? words(`parties.refused.${actionData.refused}`) : undefined
  return (
    <>
      <PageHead title={words('people.title')}>
        <p>{words(all ? 'people.lede' : 'people.lede-own')}</p>
      </PageHead>
      {invited && <Notice>{words('people.invited')}</Notice>}
      <DataTable
        caption={words('people.count', { count: people.length })}
        rows={people}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: words('people.column.name'),
            heads: true,
            cell: ({ id, name }) => <a href={`/people/${id}`}>{name ?? words('people.forgotten', { id })}</a>,
          },
          { key: 'email', title: words('people.column.email'), cell: ({ email }) => <bdi>{email ?? '–'}</bdi> },
          {
            key: 'roles',
            title: words('people.column.roles'),
            wide: true,
            cell: ({ grants, closedAt }) =>
              closedAt !== null
                ? words('people.closed')
                : grants.length === 0
                  ? words('people.no-role')
                  : grants.map((grant) => (
                      <div key={grant.id}>
                        <RoleName grant={grant} />
                      </div>
                    )),
          },
        ]}
      />
      {mayInvite && (
        <Section id="invite" title={words('people.invite')}>
          <ActForm act="parties.invite-person">
            {actionData && faultOf('already-granted') && <FormFault>{faultOf('already-granted')}</FormFault>}
            <TextField
              name="name"
              required
              autoComplete="off"
              defaultValue={actionData?.asked.name}
              label={words('sign-in.name')}
              fault={faultOf('bad-name')}
            />
            <TextField
              name="email"
              type="email"
              required
              autoComplete="off"
              dir="ltr"
              defaultValue={actionData?.asked.email}
              label={words('sign-in.email')}
              fault={faultOf('bad-email')}
            />
            <LanguageField chosen={language} />
            {all ? (
              <RoleFields
                actor={actionData?.asked.actor ?? ''}
                unit={actionData?.asked.unit ?? ''}
                fault={faultOf('no-such-actor', 'actor-missing')}
              />
            ) : (
              <>
                <input type="hidden" name="role" value="focal-point" />
                <SelectField name="actor" options={actors} label={words('people.actor')} />
                <TextField
                  name="unit"
                  defaultValue={actionData?.asked.unit}
                  label={words('people.unit')}
                  help={words('people.unit-help')}
                  fault={faultOf('bad-unit')}
                />
              </>
            )}
            <Button>{words('people.invite-act')}</Button>
          </ActForm>
        </Section>
      )}
    </>
  )
}
