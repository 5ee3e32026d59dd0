import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { Frame } from './features/frame/index.ts'
import { AskContext } from './lib/answers.ts'
import type { Ask } from './lib/answers.ts'
import { RouterProvider } from './lib/router-context.tsx'
import type { Router } from './lib/router.ts'

/** The whole of a page's body; `ask` is null on the server, where everything was asked before. */
export function App({ router, cache, ask }: { router: Router; cache: QueryClient; ask: Ask | null }) {
  return (
    <QueryClientProvider client={cache}>
      <AskContext value={ask}>
        <RouterProvider value={router}>
          <Frame />
        </RouterProvider>
      </AskContext>
    </QueryClientProvider>
  )
}
