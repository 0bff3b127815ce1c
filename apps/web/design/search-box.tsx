import { useLocation } from 'react-router'
import styles from './search-box.module.css'
import { useWords } from './words.ts'

const page = '/search'

/** The one box of the site. On the page of what was found it holds what was asked, and keeps how it was narrowed down. */
export function SearchBox() {
  const words = useWords()
  const { pathname, search } = useLocation()
  const asked = new URLSearchParams(pathname === page ? search : '')
  const kept = [...asked].filter(([name]) => !['q', 'after', 'lang'].includes(name))
  const label = words('shell.search.label')
  return (
    <search className={styles.search} aria-label={label}>
      <form method="get" action={page}>
        <input
          key={asked.get('q')}
          className={styles.box}
          type="search"
          name="q"
          dir="auto"
          defaultValue={asked.get('q') ?? ''}
          aria-label={label}
          placeholder={label}
          data-key="/"
        />
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={styles.find}>
          {words('shell.search.find')}
        </button>
      </form>
    </search>
  )
}
