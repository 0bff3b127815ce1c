import type { CitationGraph, GraphNode } from '#modules/citations'
import { DataTable, useWords } from '#web'
import { addressOf, NameOf, nameOf } from './name-of.tsx'
import type { Named } from './named.ts'
import styles from './picture.module.css'
import { type DrawnNode, drawingOf, measures } from './picture-layout.ts'

type DrawnText = GraphNode & Named

export interface NamedGraph extends CitationGraph {
  readonly nodes: readonly DrawnText[]
}

interface Props {
  readonly graph: NamedGraph
  readonly rightToLeft: boolean
}

/** What a text rests on and what rests on it in the course of time, drawn; with the same as a table. */
export function Picture({ graph, rightToLeft }: Props) {
  const words = useWords()
  const drawing = drawingOf(graph)
  const named = new Map(graph.nodes.map((node) => [node.id, node]))
  const centre = graph.nodes.find(({ step }) => step === 0)
  if (!centre || graph.nodes.length < 2) return null
  const { before, after } = graph.more
  const forward = rightToLeft ? -1 : 1
  return (
    <figure className={styles.figure} aria-labelledby="picture">
      {/* every measure counts from the side where lines begin, so that the picture turns round with the page */}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links, and no field of a form */}
      <svg className={styles.picture} height={drawing.height} role="group" aria-labelledby="picture">
        <title>{words('citations-page.picture.title')}</title>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: it only moves the origin */}
        <svg x={rightToLeft ? '100%' : '0'} overflow="visible">
          {drawing.nodes.map(
            ({ node, y }) =>
              node.step === 0 && (
                <rect
                  key={node.id}
                  className={styles.middle}
                  x={rightToLeft ? -4000 : 0}
                  y={y - 15}
                  width={4000}
                  height={30}
                />
              ),
          )}
          {drawing.nodes.map(
            ({ node, line, weight }) =>
              line !== null && (
                <path
                  key={node.id}
                  className={node.step > 0 ? `${styles.line} ${styles.after}` : styles.line}
                  d={line}
                  strokeWidth={weight}
                  transform={`translate(${forward * measures.axis} 0) scale(${forward} 1)`}
                />
              ),
          )}
          {drawing.nodes.map((drawn) => (
            <Text key={drawn.node.id} drawn={drawn} named={named.get(drawn.node.id)!} forward={forward} />
          ))}
        </svg>
      </svg>
      <figcaption className={styles.caption}>
        <p>{words('citations-page.picture.caption')}</p>
        {before > 0 && <p>{words('citations-page.picture.more-before', { count: before })}</p>}
        {after > 0 && <p>{words('citations-page.picture.more-after', { count: after })}</p>}
      </figcaption>
      <details className={styles.table}>
        <summary>{words('citations-page.picture.table')}</summary>
        <DataTable
          caption={words('citations-page.picture.title')}
          hideCaption
          rows={drawing.nodes.flatMap(({ node }) => (node.step === 0 ? [] : [named.get(node.id)!]))}
          keyOf={(node) => node.id}
          columns={[
            {
              key: 'year',
              title: words('citations-page.column.year'),
              cell: (node) => node.year ?? words('shell.not-said'),
            },
            {
              key: 'text',
              title: words('citations-page.column.text'),
              heads: true,
              wide: true,
              cell: (node) => <NameOf named={node} />,
            },
            {
              key: 'relation',
              title: words('citations-page.column.relation'),
              cell: (node) => words(`citations-page.relation.${node.step < 0 ? 'before' : 'after'}`),
            },
            {
              key: 'times',
              title: words('citations-page.column.times'),
              cell: (node) => words('citations-page.times', { count: node.times }),
            },
          ]}
        />
      </details>
    </figure>
  )
}

/** Words behind the symbol, where there is room for them; and of a name, where there is little. */
const mostTitle = 90
const mostName = 26

interface TextProps {
  readonly drawn: DrawnNode
  readonly named: DrawnText
  /** 1 from left to right, -1 from right to left. */
  readonly forward: 1 | -1
}

function Text({ drawn: { node, y, year, r }, named, forward }: TextProps) {
  const words = useWords()
  const isHere = node.step === 0
  const address = isHere ? null : addressOf(named)
  const name = nameOf(words, named, named.bodyCode)
  const title = node.found && node.found.title !== name ? node.found.title : ''
  const shown = title.length > mostTitle ? `${title.slice(0, mostTitle)}…` : title
  const said = isHere ? styles.here : styles.name
  const label = (
    <text x={forward * measures.words} y={y} dy="0.35em">
      {name.length > mostName ? (
        <>
          <tspan className={`${said} ${styles.wide}`}>{isolated(name)}</tspan>
          <tspan className={`${said} ${styles.narrow}`}>{isolated(`${name.slice(0, mostName)}…`)}</tspan>
        </>
      ) : (
        <tspan className={said}>{isolated(name)}</tspan>
      )}
      {shown !== '' && (
        <tspan className={`${styles.title} ${styles.wide}`} dx={forward * 8} lang={node.found?.language}>
          {isolated(shown)}
        </tspan>
      )}
    </text>
  )
  return (
    <>
      {year !== null && (
        <text className={styles.year} x={forward * measures.year} y={y} dy="0.35em">
          {year}
        </text>
      )}
      <circle
        className={node.found ? styles.dot : `${styles.dot} ${styles.open}`}
        cx={forward * measures.axis}
        cy={y}
        r={r}
      />
      {address === null ? label : <a href={address}>{label}</a>}
    </>
  )
}

/** Kept together in its own direction: symbols end in brackets. */
const isolated = (said: string) => `\u2068${said}\u2069`
