import { nameIn } from '#platform/i18n'
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
  notFound,
  PageHead,
  type PageProps,
  Period,
  redirectTo,
  Section,
  SelectField,
  sessionAddress,
  TextArea,
  TextField,
  turnedAway,
  unknownAct,
  useSessionName,
  useWords,
  visitOf,
} from '#web'

const act = 'calendar.move-session'
export const handle = { opens: act, acts: [act] }

const partsOfSession = ['opening', 'regular', 'reconvened'] as const
type Part = (typeof partsOfSession)[number]

async function sessionIn(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  if (!rooms.calendar.mayMove(visitor)) {
    throw turnedAway(input, { refused: 'not-allowed', act, signIn: visitor.person === null })
  }
  const table = await rooms.calendar.table()
  const body = table.body(input.params.body ?? '')
  const session = body && table.session(body.code, Number(input.params.number))
  if (!body || !session) throw notFound('session', `${input.params.body} ${input.params.number}`)
  return { body, session }
}

export async function loader(input: LoaderInput) {
  const { body, session } = await sessionIn(input)
  const { rooms, reads } = visitOf(input)
  const moves = await rooms.calendar.moves(body.code, session.number)
  return { body: { code: body.code, name: nameIn(body.name, reads.language) }, session, moves: [...moves].reverse() }
}

export async function action(input: LoaderInput) {
  const { body, session } = await sessionIn(input)
  const { rooms, visitor } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== act) throw unknownAct()
  const asked = { from: fieldOf(form, 'from'), to: fieldOf(form, 'to'), reason: fieldOf(form, 'reason') }
  const part: Part = partsOfSession.find((one) => one === fieldOf(form, 'part')) ?? 'regular'
  const to = { from: asked.from, to: asked.to || asked.from }
  const request = { body: body.code, number: session.number, part, to, reason: asked.reason }
  const result = await rooms.calendar.moveSession(visitor, request)
  if (!('refused' in result)) return redirectTo(sessionAddress(body.code, session.number))
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  return { refused: result.refused, asked: { ...asked, part } }
}

/** Puts a session on other days, with the reason; and when it was moved before. */
export default function MoveSession({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const nameOf = useSessionName()
  const { body, session, moves } = loaderData
  const { refused, asked } = actionData ?? {}
  const address = sessionAddress(body.code, session.number)
  const faultOf = (...codes: string[]) =>
    refused && codes.includes(refused) ? words(`move-session.refused.${refused}`) : undefined
  const known = session.parts.map(({ part }) => part)
  const offered = partsOfSession.filter((part) => known.includes(part) || (!session.window && part === 'regular'))
  return (
    <>
      <PageHead
        kicker={<a href={address}>{nameOf(body.name, session.number)}</a>}
        title={words('move-session.title', { body: body.code, number: String(session.number) })}
      >
        <p>{words('move-session.lede')}</p>
      </PageHead>
      <Facts
        rows={session.parts.flatMap(({ part, held, planned }) => {
          const dates = held ?? planned
          return dates ? [[words(`part.${part}`), <Period key={part} from={dates.from} to={dates.to} />] as const] : []
        })}
      />
      <Section id="new-days" title={words('move-session.new')}>
        {refused === 'no-such-session' && <FormFault>{words('move-session.refused.no-such-session')}</FormFault>}
        <ActForm act={act}>
          {offered.length > 1 && (
            <SelectField
              name="part"
              label={words('move-session.part')}
              defaultValue={asked?.part ?? 'regular'}
              options={offered.map((part) => ({ value: part, text: words(`part.${part}`) }))}
            />
          )}
          <TextField
            type="date"
            name="from"
            required
            label={words('move-session.from')}
            fault={faultOf('bad-dates', 'same-dates')}
            defaultValue={asked?.from}
          />
          <TextField type="date" name="to" required label={words('move-session.to')} defaultValue={asked?.to} />
          <TextArea
            name="reason"
            required
            maxLength={1000}
            label={words('move-session.reason')}
            help={words('move-session.reason-help')}
            fault={faultOf('no-reason', 'long-reason')}
            defaultValue={asked?.reason}
          />
          <Button>{words('move-session.act')}</Button>
        </ActForm>
      </Section>
      {moves.length > 0 && (
        <Section id="moves" title={words('move-session.moves')}>
          <DataTable
            caption={words('move-session.moves')}
            hideCaption
            rows={moves}
            keyOf={({ n }) => String(n)}
            columns={[
              { key: 'at', title: words('move-session.column.at'), heads: true, cell: ({ at }) => <Instant at={at} /> },
              { key: 'part', title: words('move-session.part'), cell: ({ part }) => words(`part.${part}`) },
              {
                key: 'from',
                title: words('move-session.column.from'),
                cell: ({ from }) => (from ? <Period from={from.from} to={from.to} /> : words('sessions.not-known')),
              },
              {
                key: 'to',
                title: words('move-session.column.to'),
                cell: ({ to }) => <Period from={to.from} to={to.to} />,
              },
              { key: 'reason', title: words('move-session.reason'), wide: true, cell: ({ reason }) => reason },
            ]}
          />
        </Section>
      )}
    </>
  )
}
