import { Link, NavLink } from '@remix-run/react'
import { useWords } from '#app/parts/words.tsx'

const places = [
  ['/', 'nav-state'],
  ['/proposals', 'nav-proposals'],
  ['/plan', 'nav-plan'],
  ['/figures', 'nav-figures'],
  ['/units', 'nav-units'],
  ['/journal', 'nav-journal'],
] as const

interface SiteHeadProps {
  readonly isDemonstration: boolean
  readonly person: { readonly id: string; readonly name: string | null } | null
}

/** The top of every page: whose site it is, the six places, and who is reading. */
export function SiteHead({ isDemonstration, person }: SiteHeadProps) {
  const words = useWords()
  return (
    <>
      {isDemonstration && (
        <aside className="demonstration">
          <p className="wide-page">{words.say('demonstration-banner')}</p>
        </aside>
      )}
      <header className="site-head">
        <div className="wide-page">
          <Link to="/" className="site-name">
            <SiteMark />
            {words.say('site-name')}
          </Link>
          <nav className="site-nav" aria-label={words.say('nav-label')}>
            <ul>
              {places.map(([to, code]) => (
                <li key={to}>
                  <NavLink to={to} end={to === '/'}>
                    {words.say(code)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="site-person">
            {person ? (
              <Link
                to="/me"
                aria-label={words.say('signed-in-as', { name: person.name ?? words.say('person-erased') })}
              >
                {person.name ?? words.say('person-erased')}
              </Link>
            ) : (
              <Link to="/sign-in">{words.say('sign-in')}</Link>
            )}
          </div>
        </div>
      </header>
    </>
  )
}

/** Where the record can be had whole. */
export function SiteFoot() {
  const words = useWords()
  return (
    <footer className="site-foot">
      <div className="wide-page">
        <p>
          {words.say('foot-open')} {words.say('foot-recount')}
        </p>
        <p>
          <a href="/api/v1/export">{words.say('foot-export')}</a> ·{' '}
          <a href="/api/v1/openapi.json">{words.say('foot-reference')}</a>
        </p>
      </div>
    </footer>
  )
}

/** Two at a table. */
function SiteMark() {
  return (
    <svg viewBox="2 3 28 27" fill="currentColor" aria-hidden="true">
      <path d="M8.5 4a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM23.5 4a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM3.5 18v-2.2a4.3 4.3 0 0 1 4.3-4.3h1.7c2.6 0 3.6 1.5 4.3 3.5l.7 3zM28.5 18v-2.2a4.3 4.3 0 0 0-4.3-4.3h-1.7c-2.6 0-3.6 1.5-4.3 3.5l-.7 3zM2 19.5h28v3.2H17.8V28H20v1.5h-8V28h2.2v-5.3H2z" />
    </svg>
  )
}
