import type { ReactNode } from 'react'
import { NavLink, useRouteLoaderData } from 'react-router'
import type { RootData } from '../root-data.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './shell.module.css'
import { useWords } from './words.ts'

const rooms = [
  { to: '/', id: 'shell.nav.due', end: true },
  { to: '/register', id: 'shell.nav.register' },
  { to: '/dossiers', id: 'dossiers.title' },
  { to: '/calls', id: 'calls.title' },
  { to: '/documents', id: 'shell.nav.documents' },
  { to: '/agreed', id: 'shell.nav.agreed' },
  { to: '/sessions', id: 'shell.nav.sessions' },
  { to: '/actors', id: 'shell.nav.actors' },
  { to: '/readings', id: 'shell.nav.readings' },
  { to: '/ledger', id: 'shell.nav.ledger' },
  { to: '/read', id: 'shell.nav.read' },
] as const

/** What stands around every page: skip link, the way to the rooms, the page, and where its words come from. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const words = useWords()
  const signedIn = useRouteLoaderData<RootData>('root')?.signedIn ?? null
  return (
    <>
      <a className={styles.skip} href="#main">
        {words('shell.skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <NavLink className={styles.brand} to="/" end>
            {words('shell.name')}
          </NavLink>
          <SearchBox />
          <div className={styles.self}>
            {signedIn ? (
              <>
                <NavLink to="/account" aria-label={words('shell.nav.signed-in', { name: signedIn.name })}>
                  <bdi>{signedIn.name}</bdi>
                </NavLink>
                <form method="post" action="/sign-out">
                  <input type="hidden" name="act" value="parties.sign-out" />
                  <button type="submit" className={styles.out}>
                    {words('shell.nav.sign-out')}
                  </button>
                </form>
              </>
            ) : (
              <NavLink to="/sign-in">{words('shell.nav.sign-in')}</NavLink>
            )}
          </div>
          <nav className={styles.nav} aria-label={words('shell.nav.label')}>
            {rooms.map((room) => (
              <NavLink key={room.to} to={room.to} end={'end' in room}>
                {words(room.id)}
              </NavLink>
            ))}
            {signedIn?.seesPeople && <NavLink to="/people">{words('shell.nav.people')}</NavLink>}
          </nav>
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div>
          <span>{words('shell.footer.reading')}</span>
          <a href="/about">{words('shell.footer.about')}</a>
          <a href="/api/v1/openapi.json">{words('shell.footer.data')}</a>
          <LanguageSwitch />
        </div>
      </footer>
    </>
  )
}
