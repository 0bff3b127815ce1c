import { DataTable, Facts, Section, useWords } from '#web'
import styles from './replies.module.css'
import type { RepliesData } from './replies-loader.ts'

interface NamedProps {
  readonly call: string
  readonly question: string
  readonly rows: readonly { readonly invitation: number; readonly name: string }[]
}

/** Names, each leading to what was answered. */
export function Named({ call, question, rows }: NamedProps) {
  const words = useWords()
  const comma = words('submissions.figure.separator')
  return rows.map(({ invitation, name }, at) => (
    <span key={invitation}>
      {at > 0 && comma}
      <a href={`/calls/${call}/submissions/${invitation}#${question}`}>{name}</a>
    </span>
  ))
}

/** Of how many, how many answered, and what: each figure with its denominator and the names behind it. */
export function Counted({ data }: { readonly data: RepliesData }) {
  const words = useWords()
  const { call, question, figure, hidden } = data
  const { invited, submitted, asked, answered, notes, rows, numbers } = figure
  const of = (count: number, all: number) => words('replies.of', { count, all })
  return (
    <Section id="counted" title={words('replies.counted')}>
      <Facts
        rows={[
          [
            <a key="c" href={`/calls/${call.id}/coverage`}>
              {words('replies.fact.submitted')}
            </a>,
            of(submitted, invited),
          ],
          ...(asked < submitted ? [[words('replies.fact.asked'), of(asked, submitted)] as const] : []),
          [words('replies.fact.answered'), of(answered, asked)],
          ...(notes.no_information > 0
            ? [[words('answer.note.no_information'), of(notes.no_information, asked)] as const]
            : []),
          ...(notes.not_applicable > 0
            ? [[words('answer.note.not_applicable'), of(notes.not_applicable, asked)] as const]
            : []),
          ...(hidden > 0 ? [[words('replies.fact.hidden'), words('replies.hidden', { count: hidden })] as const] : []),
          ...(numbers
            ? (['sum', 'least', 'middle', 'greatest'] as const).map(
                (name) =>
                  [
                    words(`replies.fact.${name}`),
                    <Figure key={name} figure={numbers[name]} unit={numbers.unit} />,
                  ] as const,
              )
            : []),
        ]}
      />
      {rows.length > 0 && (
        <div className={styles.counted}>
          <DataTable
            caption={words('replies.table')}
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              { key: 'label', title: words('replies.column.label'), heads: true, cell: ({ label }) => label },
              {
                key: 'count',
                title: words('replies.column.count'),
                numeric: true,
                cell: ({ count }) => of(count, answered),
              },
              {
                key: 'by',
                title: words('replies.column.by'),
                wide: true,
                cell: ({ by }) =>
                  by.length === 0 ? (
                    '–'
                  ) : (
                    <Named
                      call={call.id}
                      question={question.id}
                      rows={by.map(({ n, name }) => ({ invitation: n, name }))}
                    />
                  ),
              },
            ]}
          />
        </div>
      )}
    </Section>
  )
}

/** A figure in plain decimals with its unit; as exact as it was given. */
function Figure({ figure, unit }: { readonly figure: string; readonly unit: string }) {
  const { language } = useWords()
  const places = figure.split('.')[1]?.length ?? 0
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: places, maximumFractionDigits: 20 })
  return (
    <>
      <bdi>{format.format(figure as `${number}`)}</bdi> {unit}
    </>
  )
}
