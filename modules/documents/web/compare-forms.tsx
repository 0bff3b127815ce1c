import { ActForm, Button, FormFault, Section, TextArea, TextField, useWords } from '#web'
import type { CompareRefusal, NearDocument } from '../compare.ts'
import styles from './compare.module.css'
import type { ComparisonAsked } from './compare-asked.ts'

const symbols = 'symbols'

interface TextsProps {
  readonly asked: ComparisonAsked
  /** Symbols to choose from; none where there are too many to send along. */
  readonly symbols: readonly string[]
  /** Where one text is chosen: others of like title, and its own versions. */
  readonly alike: readonly NearDocument[]
  readonly versions: readonly number[]
}

/** Two texts of the register, by their symbols. */
export function TextsForm({ asked, symbols: listed, alike, versions }: TextsProps) {
  const words = useWords()
  const one = asked.new ?? asked.old
  const whose = asked.new ? 'new' : 'old'
  const other = asked.new ? 'old' : 'new'
  const pairWith = (given: Readonly<Record<string, string>>) =>
    `/compare?${new URLSearchParams({ [whose]: one?.document ?? '', ...given })}`
  return (
    <Section id="texts" title={words('compare.choose.title')}>
      <form method="get" action="/compare" className={styles.form}>
        {(['old', 'new'] as const).map((side) => (
          <div key={side} className={styles.side}>
            <TextField
              name={side}
              label={words(`compare.choose.${side}`)}
              help={words('compare.choose.help')}
              defaultValue={asked[side]?.document ?? ''}
              list={symbols}
              required
              maxLength={200}
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
            />
            <TextField
              name={`${side}-version`}
              label={words('compare.choose.version')}
              help={words('compare.choose.version-help')}
              defaultValue={asked[side]?.version ?? ''}
              inputMode="numeric"
              pattern="[0-9]{1,6}"
              dir="ltr"
              autoComplete="off"
            />
          </div>
        ))}
        <Button>{words('compare.choose.act')}</Button>
      </form>
      <datalist id={symbols}>
        {listed.map((symbol) => (
          <option key={symbol} value={symbol} />
        ))}
      </datalist>
      {one && versions.length > 1 && (
        <>
          <h3 className={styles.listTitle}>{words('compare.versions', { document: one.document })}</h3>
          <ul>
            {versions.slice(0, -1).map((version) => (
              <li key={version}>
                <a
                  href={`/compare?${new URLSearchParams({
                    old: one.document,
                    'old-version': String(version),
                    new: one.document,
                    'new-version': String(versions.at(-1)),
                  })}`}
                >
                  {words('compare.version-pair', { old: version, new: versions.at(-1)! })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {one && alike.length > 0 && (
        <>
          <h3 className={styles.listTitle}>{words('compare.alike', { document: one.document })}</h3>
          <ul>
            {alike.map(({ id, title }) => (
              <li key={id}>
                <a href={pairWith({ [other]: id })}>{id}</a> {title}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** What came of a draft that was sent in. */
export interface DraftSent {
  readonly against: string
  readonly text: string
  readonly missing?: 'against' | 'draft'
  readonly result?: CompareRefusal | object
}

interface DraftProps {
  readonly given: DraftSent | null
  readonly against: string
  readonly symbols: readonly string[]
}

/** A draft, pasted or as a file, against a text of the register. What else is asked of it is asked by this form. */
export function DraftForm({ given, against, symbols: listed }: DraftProps) {
  const words = useWords()
  return (
    <Section id="draft" title={words('compare.draft.title')}>
      <p className={styles.about}>{words('compare.draft.about')}</p>
      <ActForm act="documents.compare" action="/compare" files id={draftForm}>
        {given?.missing && <FormFault>{words(`compare.draft.missing-${given.missing}`)}</FormFault>}
        <TextField
          name="against"
          label={words('compare.draft.against')}
          help={words('compare.choose.help')}
          defaultValue={given?.against ?? against}
          list={listed.length > 0 ? symbols : undefined}
          required
          maxLength={200}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
        />
        <TextArea name="text" label={words('compare.draft.text')} rows={10} defaultValue={given?.text ?? ''} />
        <TextField
          name="file"
          type="file"
          label={words('compare.draft.file')}
          help={words('compare.draft.accepts')}
          accept=".txt,.md,.html,.htm,.docx,.pdf,.xml,.akn"
          dir={undefined}
        />
        <Button>{words('compare.draft.act')}</Button>
      </ActForm>
    </Section>
  )
}

/** Id of the form, so that what stands elsewhere on the page can be asked by it. */
export const draftForm = 'draft-form'
