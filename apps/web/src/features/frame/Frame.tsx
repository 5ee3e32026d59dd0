import { useRouterState } from '../../lib/router-context.tsx'
import { SearchBox } from '../search/index.ts'
import { KeyHelp } from './KeyHelp.tsx'
import { TroubleLine } from './TroubleLine.tsx'
import { words } from './words.ts'

/** What stands around every page. */
export function Frame() {
  const { page, pending, address } = useRouterState()
  const path = address.split(/[?#]/)[0]
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="site-head">
        <div className="site-head-row">
          <a className="site-name" href="/">
            <Emblem />
            {words.name}
          </a>
          <SearchBox />
          <nav className="site-nav" aria-label={words.main}>
            <a href="/statistics" aria-current={path === '/statistics' ? 'page' : undefined}>
              {words.statistics}
            </a>
            <a href="/about" aria-current={path === '/about' ? 'page' : undefined}>
              {words.about}
            </a>
          </nav>
        </div>
        <div className={pending ? 'load-bar load-bar-on' : 'load-bar'} aria-hidden="true" />
      </header>
      <main id="main" tabIndex={-1} aria-busy={pending}>
        <TroubleLine />
        {page.body}
      </main>
      <footer className="site-foot">
        <div className="site-foot-row">
          {page.head.alternates.length > 0 && (
            <p>
              {words.formats}{' '}
              {page.head.alternates.map(({ href, title, type }) => (
                <a key={href} href={href} type={type}>
                  {title}
                </a>
              ))}
            </p>
          )}
          <p>
            <a href="/about#mistakes">{words.wrong}</a>
          </p>
          <KeyHelp />
          <p className="rights">{words.rights}</p>
        </div>
      </footer>
      <Settled />
    </>
  )
}

/** Says once, when the reader has stopped typing, how many there are. */
function Settled() {
  const { page, pending, move } = useRouterState()
  return (
    <output className="visually-hidden" id="settled">
      {pending || move === null ? '' : (page.settledWords ?? '')}
    </output>
  )
}

function Emblem() {
  return (
    <svg className="emblem" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect width="24" height="24" rx="3" />
      <path d="M10.2 7.2c-2.6.9-4.2 2.9-4.2 5.7 0 2.2 1.2 3.6 2.9 3.6 1.4 0 2.4-1 2.4-2.4s-1-2.3-2.2-2.3h-.5c.2-1.3 1-2.3 2.4-3zm7 0c-2.6.9-4.2 2.9-4.2 5.7 0 2.2 1.2 3.6 2.9 3.6 1.4 0 2.4-1 2.4-2.4s-1-2.3-2.2-2.3h-.5c.2-1.3 1-2.3 2.4-3z" />
    </svg>
  )
}
