import type { Failure } from '../../lib/failure.ts'
import { useRouter, useRouterState } from '../../lib/router-context.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { words } from './words.ts'

/** What went wrong while the old content stays, and the way to try again. */
export function TroubleLine() {
  const router = useRouter()
  const { trouble, online, loadedAt, name } = useRouterState()
  const time = loadedAt === null ? null : `${pad(loadedAt.getHours())}:${pad(loadedAt.getMinutes())}`
  return (
    <div role="alert" className="trouble">
      {!online && (
        <Notice tone="warn">
          <p>{words.offline(time)}</p>
        </Notice>
      )}
      {online && trouble !== null && (
        <Notice tone="bad">
          <p>
            {name === 'search' && trouble.failure.code !== 'invalid'
              ? words.stale(time)
              : failureWords(trouble.failure)}{' '}
            <button type="button" className="button" onClick={() => router.go(trouble.address, 'push')}>
              {words.tryAgain}
            </button>
          </p>
        </Notice>
      )}
    </div>
  )
}

function failureWords({ code, message, reference }: Failure): string {
  if (code === 'offline') return words.unreachable
  return code === 'defect' ? words.failed(reference) : message
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
