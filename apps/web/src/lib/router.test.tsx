import { describe, expect, test } from 'vitest'
import { errorPage } from '../features/frame/index.ts'
import { openPage } from '../routes.tsx'
import { answers, nothing, refusal } from '../testing/answering.ts'
import type { Ask } from './answers.ts'
import { answerCache } from './cache.ts'
import type { Failure } from './failure.ts'
import { createRouter } from './router.ts'
import type { Move } from './router.ts'

const notFound: Failure = { code: 'notFound', message: '', reference: null }

/** A router over a window of notes, that asks `page` for results and is answered with examples else. */
function routed(page: Ask['search.page'] = async () => answers['search.page']) {
  const entered: [string, Move][] = []
  const left: string[] = []
  const ask: Ask = {
    'meta.get': async () => answers['meta.get'],
    'search.page': page,
    'search.facets': async () => answers['search.facets'],
    'search.suggest': async () => answers['search.suggest'],
    'speaker.get': async () => answers['speaker.get'],
    'quote.get': async () => {
      throw refusal('notFound', 'There is no such quote.')
    },
    'source.get': async () => answers['source.get'],
    'source.list': async () => answers['source.list'],
    'statistic.list': async () => answers['statistic.list'],
    'statistic.get': async () => answers['statistic.get'],
  }
  const shown = Promise.withResolvers<void>()
  const router = createRouter({
    origin: 'https://quotes.example.org',
    open: openPage,
    fallback: errorPage,
    cache: answerCache(),
    ask,
    surface: {
      leave: (address) => left.push(address),
      enter: (address, move) => entered.push([address, move]),
      settle: () => shown.resolve(),
      remember: () => undefined,
      paint: (change) => change(),
    },
    first: {
      name: 'search',
      address: '/',
      page: errorPage(notFound),
      move: null,
      pending: false,
      trouble: null,
      online: true,
      loadedAt: null,
    },
  })
  return { router, entered, left, settled: shown.promise }
}

describe('the router', () => {
  test('shows a page when it has been answered, under its address in the one form', async () => {
    const { router, entered, settled } = routed()
    router.go('/?utm=x&status=verified&q=fares')
    expect(router.state().pending).toBe(true)
    await settled
    // The answer says what was understood, and that is the address to share.
    expect(entered).toEqual([['/', 'push']])
    expect(router.state()).toMatchObject({ name: 'search', pending: false, trouble: null })
  })

  test('keeps the words as typed while the reader types', async () => {
    const { router, entered, settled } = routed()
    router.go('/?q=fares', 'draft')
    await settled
    expect(entered).toEqual([['/?q=fares', 'draft']])
  })

  test('cancels what was asked before, and never shows it', async () => {
    const signals: AbortSignal[] = []
    const { router, entered, settled } = routed(async ({ query }, signal) => {
      signals.push(signal)
      if (query.q === 'fa') await new Promise((resolve) => signal.addEventListener('abort', resolve))
      return { ...answers['search.page'], understood: query }
    })
    router.go('/?q=fa', 'draft')
    router.go('/?q=fares', 'draft')
    await settled
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
    expect(entered).toEqual([['/?q=fares', 'draft']])
  })

  test('keeps what is shown when the server does not answer, and says so', async () => {
    const failed = Promise.withResolvers<void>()
    const { router, entered } = routed(async () => {
      throw Object.assign(new Error('fetch failed'), { name: 'TRPCClientError' })
    })
    const before = router.state().page
    router.subscribe(() => {
      if (router.state().trouble !== null) failed.resolve()
    })
    router.go('/?q=fares')
    await failed.promise
    expect(router.state()).toMatchObject({
      pending: false,
      trouble: { failure: { code: 'offline' }, address: '/?q=fares' },
    })
    expect(router.state().page).toBe(before)
    expect(entered).toEqual([])
  })

  test('shows what is not there as a page, and leaves for addresses that are none of its own', async () => {
    const { router, left, settled } = routed(async () => nothing)
    router.go('/about')
    router.go('/search.json')
    expect(left).toEqual(['/about', '/search.json'])
    router.go('/quotes/quo_01jx5c9q2r0000000000000009')
    await settled
    expect(router.state().page.status).toBe(404)
  })
})
