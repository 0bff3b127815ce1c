import { directionOf, useWords } from '#web'
import type { CommentsQuestion, TableColumn, TableQuestion } from '../form.ts'
import { longest } from '../reading-words.ts'
import styles from './answer.module.css'
import type { Field } from './answer-fields.tsx'
import type { ShownParagraph } from './answer-loader.ts'
import { nameOf } from './answer-names.ts'
import { Said, saidIn } from './localised.tsx'

/** What was wrong with a part of an answer, in words; by the field it names. */
export type FaultOf = (field: string) => string | undefined

/** Rows of the form, or one's own with one more to be filled in. */
export function TableAnswer({
  question,
  given,
  disabled,
  faultOf,
}: Field<TableQuestion> & { readonly faultOf: FaultOf }) {
  const words = useWords()
  const { id, columns, rows, maxRows } = question
  const own = rows.length === 0
  const filled = own ? given.rows : []
  const more = own && filled.length < maxRows ? [{ row: null, cells: {} as Record<string, string> }] : []
  const shown = own
    ? [...filled, ...more].map(({ cells }, at) => ({ row: `+${at + 1}`, place: String(at + 1), label: null, cells }))
    : rows.map((row) => ({
        row: row.id,
        place: row.id,
        label: row.label,
        cells: given.rows.find((one) => one.row === row.id)?.cells ?? {},
      }))
  return (
    <>
      <table className={styles.grid} data-rows={own ? id : undefined} data-max={own ? maxRows : undefined}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.id} scope="col">
                <Said text={column.label} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, place, label, cells }, at) => (
            <tr key={row}>
              <th scope="row">{label ? <Said text={label} /> : words('answer.row', { n: at + 1 })}</th>
              {columns.map((column, column_at) => {
                const fault = faultOf(`${id}.${place}.${column.id}`)
                const rowName = label
                  ? (saidIn(label, words.language.slice(0, 2))?.words ?? row)
                  : words('answer.row', { n: at + 1 })
                return (
                  <td
                    key={column.id}
                    data-label={saidIn(column.label, words.language.slice(0, 2))?.words}
                    className={fault && styles.wrong}
                  >
                    <Cell
                      id={at === 0 && column_at === 0 ? id : `${id}.${place}.${column.id}`}
                      name={nameOf('cell', id, row, column.id)}
                      label={words('answer.cell', {
                        row: rowName,
                        column: saidIn(column.label, words.language.slice(0, 2))?.words ?? column.id,
                      })}
                      column={column}
                      value={cells[column.id] ?? ''}
                      fault={fault}
                      disabled={disabled}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {own && filled.length + 1 < maxRows && !disabled && (
        <button type="submit" name="onward" value={`at ${id}`} className={styles.small} data-add={id}>
          {words('answer.more-rows')}
        </button>
      )}
    </>
  )
}

interface CellProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly column: TableColumn
  readonly value: string
  readonly fault: string | undefined
  readonly disabled: boolean
}

function Cell({ id, name, label, column, value, fault, disabled }: CellProps) {
  const { language } = useWords()
  const common = {
    id,
    name,
    className: styles.input,
    'aria-label': label,
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': fault && `${id}-fault`,
    defaultValue: value,
    disabled,
  }
  const known = column.kind !== 'choice' || value === '' || column.options.some((option) => option.id === value)
  return (
    <>
      {column.kind === 'choice' && known ? (
        <select {...common}>
          <option value="" />
          {column.options.map((option) => {
            const said = saidIn(option.label, language.slice(0, 2))
            return (
              <option key={option.id} value={option.id} lang={said?.language}>
                {said?.words}
              </option>
            )
          })}
        </select>
      ) : (
        <input
          {...common}
          type={column.kind === 'date' && /^(?:\d{4}-\d{2}-\d{2})?$/.test(value) ? 'date' : 'text'}
          inputMode={column.kind === 'number' ? 'decimal' : undefined}
          dir="auto"
          maxLength={longest.cell}
        />
      )}
      {fault && (
        <p id={`${id}-fault`} className={styles.fault} data-fault="">
          {fault}
        </p>
      )}
    </>
  )
}

/** Each paragraph of the text with a place beside it for what one has to say, and for other words. */
export function CommentsAnswer({
  question,
  given,
  disabled,
  faultOf,
  paragraphs,
}: Field<CommentsQuestion> & { readonly faultOf: FaultOf; readonly paragraphs: readonly ShownParagraph[] }) {
  const words = useWords()
  return (
    <ol className={styles.paragraphs}>
      {paragraphs.map(({ path, text, language }, at) => {
        const comment = given.comments.find((one) => one.path === path)
        const field = `${question.id}.${path}`
        const fault = faultOf(field)
        const id = at === 0 ? question.id : field
        return (
          <li key={path} className={styles.paragraph}>
            <div>
              <h3>{words('answer.paragraph', { path })}</h3>
              <blockquote lang={language} dir={directionOf(language)} className={styles.quote}>
                {text}
              </blockquote>
            </div>
            <div>
              <label htmlFor={id}>{words('answer.comment', { path })}</label>
              {fault && (
                <p id={`${id}-fault`} className={styles.fault} data-fault="">
                  {fault}
                </p>
              )}
              <textarea
                id={id}
                name={nameOf('comment', question.id, path)}
                rows={3}
                className={styles.input}
                dir="auto"
                maxLength={longest.comment}
                defaultValue={comment?.text ?? ''}
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault && `${id}-fault`}
                disabled={disabled}
              />
              <details open={Boolean(comment?.proposal)}>
                <summary>{words('answer.propose', { path })}</summary>
                <textarea
                  name={nameOf('proposal', question.id, path)}
                  rows={4}
                  className={styles.input}
                  dir="auto"
                  maxLength={longest.comment}
                  defaultValue={comment?.proposal ?? ''}
                  aria-label={words('answer.proposal-for', { path })}
                  disabled={disabled}
                />
              </details>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
