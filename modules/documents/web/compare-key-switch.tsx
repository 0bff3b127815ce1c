import { useWords } from '#web'
import styles from './compare.module.css'
import script from './compare-keys.ts?worker&url'

/**
 * Keys from change to change, for whom scripts run: a small file of its own, since all else on the page is links. Hidden
 * until the script has come; the keys can be turned off (WCAG 2.1.4).
 */
export function KeySwitch() {
  const words = useWords()
  return (
    <>
      <p className={styles.keys} data-keys hidden>
        <label>
          <input type="checkbox" /> {words('compare.keys')}
        </label>
      </p>
      <script src={script} type="module" async />
    </>
  )
}
