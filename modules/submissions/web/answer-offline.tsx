import { ActForm, Button, Downloads, FormFault, Section, TextField, useWords } from '#web'
import { type BroughtReport, offlineFormats, type Unread } from '../offline.ts'
import styles from './answer.module.css'
import type { Refused } from './answer-acts.ts'
import type { AnswerData } from './answer-loader.ts'
import { saidIn } from './localised.tsx'

interface Props {
  readonly data: AnswerData
  readonly refused: Refused | null
}

/** Without a network: the form as a file, and the file back in. */
export function AnswerOffline({ data, refused }: Props) {
  const words = useWords()
  const { address, may, once, invitation, brought } = data
  const mine = refused?.act === 'submissions.bring-file' ? refused : null
  const missing = mine?.errors[0]
  return (
    <Section id="offline" title={words('answer.offline')}>
      {brought && <Brought data={data} name={brought.name} report={brought.report} />}
      <p className={styles.line}>{words('answer.offline-note')}</p>
      <Downloads
        label={words('answer.download')}
        links={offlineFormats.map((format) => ({
          href: `${address}/form.${format}?lang=${words.language.slice(0, 2)}`,
          text: words(`answer.format.${format}`),
        }))}
      />
      {may.write && (
        <ActForm act="submissions.bring-file" files hidden={{ once, seen: String(invitation.acts) }}>
          {mine && mine.refused !== 'invalid' && <FormFault>{words(`submissions.refusal.${mine.refused}`)}</FormFault>}
          <TextField
            name="file"
            type="file"
            dir={undefined}
            accept=".docx,.xlsx,.html"
            label={words('answer.bring')}
            help={words('answer.bring-help')}
            fault={missing && words(`submissions.invalid.${missing.code}`, missing.facts)}
          />
          <Button quiet>{words('answer.bring')}</Button>
        </ActForm>
      )}
    </Section>
  )
}

interface BroughtProps {
  readonly data: AnswerData
  readonly name: string
  readonly report: BroughtReport
}

/** What became of a file: what was taken, what it replaced, what was left and why. Nothing is passed over. */
function Brought({ data, name, report }: BroughtProps) {
  const words = useWords()
  const byId = new Map(
    data.sections.flatMap(({ questions }) => questions.map((asked) => [asked.question.id, asked] as const)),
  )
  const labelOf = (id: string): string => {
    const asked = byId.get(id)
    return asked ? `${asked.number}. ${saidIn(asked.question.label, words.language.slice(0, 2))?.words ?? id}` : id
  }
  const list = (key: 'taken' | 'replaced' | 'empty', ids: readonly string[]) =>
    ids.length > 0 && (
      <details className={styles.act} open={key === 'replaced'}>
        <summary>{words(`answer.brought.${key}`, { count: ids.length })}</summary>
        <ul>
          {ids.map((id) => (
            <li key={id}>
              <a href={`#at-${id}`}>{labelOf(id)}</a>
            </li>
          ))}
        </ul>
      </details>
    )
  return (
    <section className={styles.summary} id="brought" tabIndex={-1} aria-labelledby="brought-title">
      <h3 id="brought-title">{words(report.refused ? 'answer.brought.refused' : 'answer.brought.title', { name })}</h3>
      {(['refused', 'left', 'look'] as const).map((weight) => {
        const found = report.unread.filter((one) => one.weight === weight)
        return (
          found.length > 0 && (
            <div key={weight}>
              <h4>{words(`answer.brought.${weight}-list`, { count: found.length })}</h4>
              <ul>
                {found.map((one, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list of a rendered page does not move
                  <li key={at}>
                    <Why one={one} label={one.question && labelOf(one.question)} />
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
      {list('taken', report.taken)}
      {list('replaced', report.replaced)}
      {list('empty', report.empty)}
    </section>
  )
}

function Why({ one, label }: { readonly one: Unread; readonly label: string | null }) {
  const words = useWords()
  return (
    <>
      {one.question && label && (
        <>
          <a href={`#at-${one.question}`}>{label}</a>:{' '}
        </>
      )}
      {words(`submissions.brought.${one.code}`, one.facts)}
      {one.error && <> {words(`submissions.invalid.${one.error.code}`, one.error.facts)}</>}
      {one.place && (
        <>
          {' '}
          (<bdi>{one.place}</bdi>)
        </>
      )}
      {one.asWritten && (
        <q className={styles.written} dir="auto">
          {one.asWritten}
        </q>
      )}
    </>
  )
}
