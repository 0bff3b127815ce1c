import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'

type Plain = string | number | boolean | Date | null | undefined
type Rich = Plain | ReactNode | ((chunks: ReactNode[]) => ReactNode)

export interface Words {
  (id: string, values?: Readonly<Record<string, Plain>>): string
  /** With elements among the values, or functions for tags: `<link>the report</link>`. */
  rich(id: string, values: Readonly<Record<string, Rich>>): ReactNode
  /** True where the language has a message of this id. */
  has(id: string): boolean
  /** Several things in one line, joined as the language joins them: "a, b and c". */
  list(items: readonly string[]): string
  readonly language: string
}

/** The messages of the visitor's language. No sentence stands in a component. */
export function useWords(): Words {
  const intl = useIntl()
  const words = (id: string, values?: Readonly<Record<string, Plain>>): string => intl.formatMessage({ id }, values)
  return Object.assign(words, {
    rich: (id: string, values: Readonly<Record<string, Rich>>): ReactNode =>
      intl.formatMessage({ id }, values as Record<string, ReactNode>),
    has: (id: string): boolean => id in intl.messages,
    list: (items: readonly string[]): string => intl.formatList(items, { type: 'conjunction' }),
    language: intl.locale,
  })
}
