import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './form.module.css'

interface ActFormProps {
  /** Act of the table of permissions this form asks for. Sent as the field `act`. */
  readonly act: string
  /** For buttons that stand elsewhere on the page. */
  readonly id?: string
  /** Address of the page whose action takes it; the page itself when left out. */
  readonly action?: string
  /** Further fields the visitor does not see. */
  readonly hidden?: Readonly<Record<string, string>>
  /** A single button on a line with other things. */
  readonly inline?: boolean
  /** Files are sent with it. */
  readonly files?: boolean
  /** As wide as the page: a list of things to be answered. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A form that asks for one act. Works without script. */
export function ActForm({
  act,
  id,
  action,
  hidden = {},
  inline = false,
  files = false,
  wide = false,
  children,
}: ActFormProps) {
  return (
    <form
      id={id}
      method="post"
      action={action}
      className={inline ? styles.row : wide ? styles.wide : styles.form}
      encType={files ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="act" value={act} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

interface About {
  readonly label: ReactNode
  /** What is expected, below the label. */
  readonly help?: ReactNode
  /** What was wrong with it when it was sent. */
  readonly fault?: ReactNode
}

type Described = Pick<ComponentProps<'input'>, 'id' | 'aria-describedby' | 'aria-invalid'>

function Described({ label, help, fault, children }: About & { readonly children: (given: Described) => ReactNode }) {
  const id = useId()
  const about = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className={styles.fault}>
          {fault}
        </p>
      )}
      {children({ id, 'aria-describedby': about, 'aria-invalid': fault ? true : undefined })}
    </div>
  )
}

/** A line of text, a date, an address. */
export function TextField({ label, help, fault, ...input }: About & ComponentProps<'input'>) {
  return (
    <Described label={label} help={help} fault={fault}>
      {(given) => <input className={styles.input} dir="auto" {...input} {...given} />}
    </Described>
  )
}

/** Several lines of text. */
export function TextArea({ label, help, fault, ...input }: About & ComponentProps<'textarea'>) {
  return (
    <Described label={label} help={help} fault={fault}>
      {({ id, ...given }) => <textarea className={styles.input} dir="auto" rows={5} {...input} id={id} {...given} />}
    </Described>
  )
}

interface Choices {
  readonly options: readonly { readonly value: string; readonly text: string; readonly lang?: string }[]
}

/** One of several, as the browser's own control. */
export function SelectField({ label, help, fault, options, ...select }: About & Choices & ComponentProps<'select'>) {
  return (
    <Described label={label} help={help} fault={fault}>
      {(given) => (
        <select className={styles.input} {...select} {...given}>
          {options.map(({ value, text, lang }) => (
            <option key={value} value={value} lang={lang}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Described>
  )
}

/** What was wrong with a form as a whole, or with what it asked for. */
export function FormFault({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className={styles.fault}>
      {children}
    </p>
  )
}

/** Sends its form. `quiet` where it stands beside others in a table. */
export function Button({ quiet = false, ...button }: { readonly quiet?: boolean } & ComponentProps<'button'>) {
  return <button type="submit" className={quiet ? `${styles.button} ${styles.quiet}` : styles.button} {...button} />
}
