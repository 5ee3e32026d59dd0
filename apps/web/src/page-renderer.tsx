import type { CallQuery, PageRequest, PageResponse, RenderPage } from '@onrecord/api'
import type { QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { App } from './App.tsx'
import { errorPage, frameWords } from './features/frame/index.ts'
import { keyOf } from './lib/answers.ts'
import { answerCache } from './lib/cache.ts'
import { documentOf } from './lib/document.ts'
import type { Assets } from './lib/document.ts'
import { failureOf } from './lib/failure.ts'
import type { Failure } from './lib/failure.ts'
import type { Opened, Shown } from './lib/page.ts'
import { stillRouter } from './lib/router-context.tsx'
import type { Page } from './lib/router.ts'
import { openPage } from './routes.tsx'

const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }

/** Renders pages whole, with the built files at `assets`. What fails is a page too, with its status. */
export function pageRenderer(assets: Assets): RenderPage {
  return async (request, call) => {
    const url = new URL(request.url, request.origin)
    const cache = answerCache()
    const opened = openPage(url)
    const shown = opened === null ? errorPage(notFound) : await answered(opened, cache, call)
    if (shown.kind === 'redirect') {
      return { status: shown.status, headers: { ...html, location: shown.to }, html: '' }
    }
    return rendered({ request, opened, shown, cache, assets })
  }
}

const notFound: Failure = { code: 'notFound', message: '', reference: null }

async function answered(opened: Opened, cache: QueryClient, call: CallQuery): Promise<Shown> {
  try {
    await Promise.all(
      opened.needs.map(async ({ path, input, late }) => {
        try {
          cache.setQueryData(keyOf(path, input), await call(path, input))
        } catch (error) {
          // The page says itself what it lacks; only what it cannot do without stops it.
          if (!late) throw error
        }
      }),
    )
    return opened.show(cache)
  } catch (error) {
    return errorPage(failureOf(error))
  }
}

type Parts = { request: PageRequest; opened: Opened | null; shown: Page; cache: QueryClient; assets: Assets }

function rendered({ request, opened, shown, cache, assets }: Parts): PageResponse {
  const scripted = opened !== null && opened.script && shown.status === 200
  const router = stillRouter({
    name: opened?.name ?? '',
    address: opened?.address ?? request.url,
    page: shown,
    move: null,
    pending: false,
    trouble: null,
    online: true,
    loadedAt: null,
  })
  const body = renderToString(<App router={router} cache={cache} ask={null} />)
  const answers = scripted
    ? opened.needs.flatMap(({ path, input }) => answerFor(cache, path, input))
    : undefined
  const document = documentOf({
    head: shown.head,
    siteName: frameWords.name,
    origin: request.origin,
    nonce: request.nonce,
    body,
    assets,
    answers,
  })
  return { status: shown.status, headers: html, html: document }
}

/** An answer for the client to go on with: path, input, answer; nothing where the question failed. */
function answerFor(cache: QueryClient, path: string, input: unknown): [string, unknown, unknown][] {
  const answer = cache.getQueryData([path, input])
  return answer === undefined ? [] : [[path, input ?? null, answer]]
}
