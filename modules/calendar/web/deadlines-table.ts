import type { Deadline, Session, Why } from '#modules/calendar'
import { type Column, type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import messages from './messages/en.json' with { type: 'json' }

const say = speakFrom([messages])

/** The deadlines of a session as a table, each with its ground in words. */
export function deadlinesTable(session: Session, deadlines: readonly Deadline[], inWords: (why: Why) => string): Table {
  const title = (key: string) => say(`sessions.table.${key}`)
  const columns: readonly Column<Deadline>[] = [
    { key: 'body', title: title('body'), value: () => session.body, width: 14 },
    { key: 'session', title: title('session'), value: () => session.number, width: 8 },
    { key: 'deadline', title: title('deadline'), value: (deadline) => deadline.code, width: 20 },
    { key: 'on', title: title('on'), value: (deadline) => deadline.on, width: 14 },
    { key: 'why', title: title('why'), value: (deadline) => inWords(deadline.why), width: 60 },
  ]
  return tableOf('deadlines', columns, deadlines)
}
