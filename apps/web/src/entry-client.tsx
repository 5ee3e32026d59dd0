import './ui/styles.css'
import { hydrateRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { errorPage, frameWords } from './features/frame/index.ts'
import { httpAsk } from './lib/api-client.ts'
import { browserSurface } from './lib/browser-surface.ts'
import { answerCache, KEPT_MS } from './lib/cache.ts'
import { listenToPage } from './lib/live-page.ts'
import { createRouter } from './lib/router.ts'
import { openPage } from './routes.tsx'

start()

/** Brings the page that the server sent to life; where it cannot, the page stays as it is, whole. */
function start(): void {
  const root = document.getElementById('app')
  const answers: unknown = JSON.parse(document.getElementById('answers')?.textContent ?? '[]')
  const opened = openPage(new URL(location.href))
  if (root === null || opened === null || !Array.isArray(answers)) return
  const cache = answerCache(KEPT_MS)
  for (const [path, input, answer] of answers) cache.setQueryData([path, input ?? undefined], answer)
  const shown = opened.show(cache)
  if (shown.kind !== 'page') return
  const ask = httpAsk(new URL('/trpc', location.href).href)
  const router = createRouter({
    origin: location.origin,
    open: openPage,
    fallback: errorPage,
    cache,
    ask,
    surface: browserSurface(frameWords.name),
    first: {
      name: opened.name,
      address: opened.address,
      page: shown,
      move: null,
      pending: false,
      trouble: null,
      online: true,
      loadedAt: null,
    },
  })
  hydrateRoot(root, <App router={router} cache={cache} ask={ask} />)
  listenToPage(router)
}
