import { useIntl } from 'react-intl'

const spoken = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const

/** A browser's own tables may write a day with other blanks and dashes than the server's: what the server wrote stays. */
const own = { suppressHydrationWarning: true } as const

const at = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`)

/** One day, in the words of the visitor's language: 22 April 2013. */
export function Day({ date }: { readonly date: string }) {
  const intl = useIntl()
  return (
    <time dateTime={date} {...own}>
      {intl.formatDate(at(date), spoken)}
    </time>
  )
}

/** A span of days without saying twice what both ends share: 22-26 April 2013. */
export function Period({ from, to }: { readonly from: string; readonly to: string }) {
  const intl = useIntl()
  if (from === to) return <Day date={from} />
  return (
    <time dateTime={`${from}/${to}`} {...own}>
      {intl.formatDateTimeRange(at(from), at(to), spoken)}
    </time>
  )
}

/** An instant to the minute, in universal time. */
export function Instant({ at: instant }: { readonly at: string }) {
  const intl = useIntl()
  const shown = { ...spoken, month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return <time dateTime={instant} {...own}>{`${intl.formatDate(new Date(instant), shown)} UTC`}</time>
}
