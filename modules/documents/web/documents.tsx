import {
  DataTable,
  Day,
  Downloads,
  documentAddress,
  Instant,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  sessionAddress,
  useWords,
  visitOf,
} from '#web'

export async function loader(input: LoaderInput) {
  return { documents: await visitOf(input).rooms.documents.list() }
}

export default function DocumentsPage({ loaderData: { documents } }: PageProps<typeof loader>) {
  const words = useWords()
  return (
    <>
      <PageHead title={words('documents-page.title')}>
        <p>{words('documents-page.lede')}</p>
        <p>
          <a href="/compare">{words('compare.title')}</a>
        </p>
      </PageHead>
      {documents.length === 0 ? (
        <Notice title={words('documents-page.empty.title')}>
          <p>{words('documents-page.empty.text')}</p>
        </Notice>
      ) : (
        <>
          <DataTable
            caption={words('documents-page.caption', { count: documents.length })}
            rows={documents}
            keyOf={(document) => document.id}
            columns={[
              {
                key: 'id',
                title: words('documents-page.column.id'),
                heads: true,
                cell: (document) => <a href={documentAddress(document.id)}>{document.id}</a>,
              },
              {
                key: 'title',
                title: words('documents-page.column.title'),
                wide: true,
                cell: (document) => document.title,
              },
              {
                key: 'adopted',
                title: words('documents-page.column.adopted'),
                cell: (document) => (document.adopted ? <Day date={document.adopted} /> : words('shell.not-said')),
              },
              {
                key: 'session',
                title: words('documents-page.column.session'),
                cell: (document) =>
                  document.session ? (
                    <a href={sessionAddress(document.session.body, document.session.number)}>
                      {words('session.short', {
                        body: document.session.body,
                        number: String(document.session.number),
                        part: 'regular',
                      })}
                    </a>
                  ) : (
                    words('shell.not-said')
                  ),
              },
              {
                key: 'units',
                title: words('documents-page.column.units'),
                numeric: true,
                cell: (document) => document.units,
              },
              {
                key: 'paragraphs',
                title: words('documents-page.column.paragraphs'),
                numeric: true,
                cell: (document) => document.paragraphs,
              },
              {
                key: 'imported',
                title: words('documents-page.column.imported'),
                cell: (document) => (
                  <>
                    <Instant at={document.importedAt} />{' '}
                    {words('documents-page.version', { version: document.version })}
                  </>
                ),
              },
            ]}
          />
          <Downloads
            label={words('shell.download')}
            links={[
              { href: '/documents.csv', text: 'CSV' },
              { href: '/documents.xlsx', text: 'XLSX' },
            ]}
          />
        </>
      )}
    </>
  )
}
