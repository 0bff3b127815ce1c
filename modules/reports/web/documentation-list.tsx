import type { Documentation, DocumentationEntry } from '#modules/reports'
import { DataTable, Downloads, documentAddress, Section, Tag, useWords } from '#web'

interface Props {
  readonly documentation: Documentation
  /** Of the session. */
  readonly address: string
}

/** What the session is to have before it, by agenda item where a text gives one, and what each document rests on. */
export function DocumentationList({ documentation, address }: Props) {
  const words = useWords()
  const { entries, list } = documentation
  if (entries.length === 0) return null
  const firsts = new Set(entries.filter((entry, i) => entry.agendaItem !== entries[i - 1]?.agendaItem))
  return (
    <Section
      id="documentation"
      title={words('documentation.title')}
      aside={words('documentation.count', { count: entries.length })}
    >
      {list && (
        <p>
          {words.rich('documentation.listed', {
            link: (text) => <a href={documentAddress(list.document, list.unit)}>{text}</a>,
            unit: list.unit,
          })}
        </p>
      )}
      <DataTable
        caption={words('documentation.caption')}
        rows={entries}
        keyOf={(entry) => `${entry.agendaItem}-${entry.title}-${entry.source?.mandate}`}
        columns={[
          {
            key: 'item',
            title: words('documentation.column.item'),
            cell: (entry) => <AgendaItem entry={entry} first={firsts.has(entry)} />,
          },
          {
            key: 'title',
            title: words('documentation.column.title'),
            heads: true,
            wide: true,
            cell: (entry) => entry.title,
          },
          { key: 'by', title: words('documentation.column.by'), cell: (entry) => entry.by },
          {
            key: 'rests',
            title: words('documentation.column.rests'),
            cell: (entry) =>
              entry.source ? (
                <a href={entry.source.address}>
                  {words('documentation.paragraph', { unit: entry.source.unit, path: entry.source.path })}
                </a>
              ) : (
                <Tag tone="quiet">{words(`documentation.rests.${entry.restsOn}`)}</Tag>
              ),
          },
        ]}
      />
      <Downloads
        label={words('shell.download')}
        links={[
          { href: `${address}/documentation.csv`, text: 'CSV' },
          { href: `${address}/documentation.xlsx`, text: 'XLSX' },
        ]}
      />
    </Section>
  )
}

/** The title of an item stands once, beside its first document. */
function AgendaItem({ entry, first }: { readonly entry: DocumentationEntry; readonly first: boolean }) {
  const words = useWords()
  if (entry.agendaItem === null) return words('documentation.no-item')
  return (
    <>
      {entry.agendaItem}
      {first && entry.agendaTitle && `. ${entry.agendaTitle}`}
    </>
  )
}
