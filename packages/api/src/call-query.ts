import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server'
import { appRouter } from './app-router.ts'
import type { AppRouter } from './app-router.ts'
import type { CallQuery } from './page.ts'
import type { Context } from './trpc.ts'
import type { inferRouterError } from '@trpc/server'

type Shape = inferRouterError<AppRouter>

/** A failed call in this process; `data` and `message` are what the client gets for the same failure over HTTP. */
export class CallError extends Error {
  override name = 'CallError'
  readonly data: Shape['data']
  constructor(shape: Shape, cause: unknown) {
    super(shape.message, { cause })
    this.data = shape.data
  }
}

/** Query procedures as a page calls them: gate, parsing, output check and errors as over HTTP. Throws `CallError`. */
export function callQuery(context: Context, signal: AbortSignal): CallQuery {
  return async (path, input) => {
    try {
      return await callTRPCProcedure({
        router: appRouter,
        path,
        getRawInput: async () => input,
        ctx: context,
        type: 'query',
        signal,
        batchIndex: 0,
      })
    } catch (thrown) {
      const error = getTRPCErrorFromUnknown(thrown)
      throw new CallError(errorShape(error, path, context), thrown)
    }
  }
}

/** What a client is answered for `error`; used where the server itself refuses a call before the router sees it. */
export function errorShape(
  error: ReturnType<typeof getTRPCErrorFromUnknown>,
  path: string | undefined,
  ctx: Context | undefined,
): Shape {
  const {
    _def: { _config: config },
  } = appRouter
  return getTRPCErrorShape({
    config,
    error,
    type: 'unknown',
    path,
    input: undefined,
    ctx,
  })
}
