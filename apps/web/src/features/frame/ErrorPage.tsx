import type { Failure } from '../../lib/failure.ts'
import type { Page } from '../../lib/router.ts'
import { words } from './words.ts'

/** A page for what could not be shown: not found, withdrawn, not understood, failed. */
export function errorPage(failure: Failure): Page {
  const { status, title, text } = faces(failure)
  return {
    kind: 'page',
    status,
    head: { title, description: title, canonical: null, alternates: [], index: false, jsonLd: null },
    body: (
      <div className="error-page">
        <h1>{title}</h1>
        {text !== '' && <p>{text}</p>}
        <p>
          <a href="/">{words.home}</a>
        </p>
      </div>
    ),
  }
}

function faces({ code, message, reference }: Failure): { status: number; title: string; text: string } {
  switch (code) {
    case 'notFound':
      return { status: 404, title: words.notFoundTitle, text: words.notFoundHint }
    case 'gone':
      return { status: 410, title: words.goneTitle, text: message }
    case 'invalid':
      return { status: 400, title: words.invalidTitle, text: message }
    case 'rateLimited':
      return { status: 429, title: message, text: words.errorHint }
    case 'unavailable':
    case 'offline':
      return { status: 503, title: words.errorTitle, text: `${words.errorHint} ${message}` }
    case 'defect':
      return {
        status: 500,
        title: words.errorTitle,
        text: [words.errorHint, ...(reference === null ? [] : [words.reference(reference)])].join(' '),
      }
    default:
      return code satisfies never
  }
}
