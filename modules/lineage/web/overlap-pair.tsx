import { wordChanges } from '@resolute/reader'
import {
  ActForm,
  Button,
  Difference,
  directionOf,
  FormFault,
  Instant,
  mandateAddress,
  Tag,
  TextField,
  useWords,
} from '#web'
import { compareAddress } from './line-address.ts'
import styles from './overlap.module.css'
import type { OverlapShownAgain, ShownOverlap } from './overlap-page.ts'
import { SayingPlace } from './saying-place.tsx'

interface Props {
  readonly row: ShownOverlap
  readonly mayJudge: boolean
  readonly again: OverlapShownAgain | null
}

/** A new mandate and the standing one it may overlap with, with what persons said of the two. */
export function OverlapPair({ row, mayJudge, again }: Props) {
  const words = useWords()
  const { newer, older, similarity, judgement } = row
  const sameLanguage = newer.language === older.language
  return (
    <li className={styles.pair}>
      <p className={styles.head}>
        <strong>{words('overlap.similarity', { share: similarity })}</strong>
        {judgement && <Tag tone="quiet">{words(`overlap.state.${judgement.kind}`)}</Tag>}
      </p>
      <div className={styles.sides}>
        <Side side={older} name="older">
          {older.text}
        </Side>
        <Side side={newer} name="newer">
          {sameLanguage ? (
            <Difference changes={wordChanges(older.text, newer.text)} lang={newer.language} />
          ) : (
            newer.text
          )}
        </Side>
      </div>
      <p className={styles.ways}>
        <a href={compareAddress(older, newer)}>{words('overlap.compare')}</a>
        <a href={newer.line}>{words('overlap.line')}</a>
      </p>
      {judgement && (
        <p className={styles.said}>
          {words(`overlap.judged.${judgement.kind}`)} {judgement.name && <bdi>{judgement.name}, </bdi>}
          <Instant at={judgement.at} /> {judgement.note && <bdi>{judgement.note}</bdi>}
        </p>
      )}
      {mayJudge && <Judge row={row} again={again} />}
    </li>
  )
}

interface SideProps {
  readonly side: ShownOverlap['newer']
  readonly name: 'newer' | 'older'
  readonly children: React.ReactNode
}

function Side({ side, name, children }: SideProps) {
  const words = useWords()
  return (
    <div className={styles.side}>
      <h3 className={styles.name}>
        {words(`overlap.${name}`, { year: side.day?.slice(0, 4) ?? '?' })} <SayingPlace place={side} />
      </h3>
      <p className={styles.of}>
        {side.organ}
        {side.title && (
          <>
            {' · '}
            <span lang={side.language}>{side.title}</span>
          </>
        )}
      </p>
      <blockquote className={styles.text} lang={side.language} dir={directionOf(side.language)}>
        {children}
      </blockquote>
      <p className={styles.of}>
        {words('overlap.asked', { names: side.asked.join('; ') })}{' '}
        <a href={mandateAddress(side.mandate)}>{words('overlap.mandate')}</a>
      </p>
    </div>
  )
}

function Judge({ row, again }: { readonly row: ShownOverlap; readonly again: OverlapShownAgain | null }) {
  const words = useWords()
  const { newer, older, judgement } = row
  const hidden = {
    newer: newer.document,
    'newer-n': String(newer.n),
    older: older.document,
    'older-n': String(older.n),
  }
  return (
    <ActForm act="lineage.judge-overlap" hidden={hidden} wide>
      {again && <FormFault>{words(`lineage.refusal.${again.refused}`, { limit: again.limit })}</FormFault>}
      <TextField name="note" label={words('overlap.note')} maxLength={2000} />
      <p className={styles.buttons}>
        {(['overlap', 'renewal', 'not-related'] as const).map((kind) => (
          <Button key={kind} quiet name="kind" value={kind}>
            {words(`overlap.judge.${kind}`)}
          </Button>
        ))}
        {judgement && (
          <Button quiet name="kind" value="withdrawn">
            {words('overlap.judge.withdrawn')}
          </Button>
        )}
      </p>
    </ActForm>
  )
}
