import type { SearchPage } from '@onrecord/schema'
import { dateWords } from '../../lib/when.ts'
import { kindWords, statusWords } from '../quote/index.ts'
import type { Names } from './filters.ts'
import type { Scope } from './search-address.ts'
import { searchAddress, without } from './search-address.ts'
import { words } from './words.ts'

/** Nothing found: what would find something, and names that are near. */
export function Zero({ scope, page, names }: { scope: Scope; page: SearchPage; names: Names }) {
  const { understood, instead, similar } = page
  const shown = instead.filter(({ dropped }) => scope.speaker === null || dropped !== 'speaker')
  const onlyWords = (dropped: string) => dropped !== 'q' && shown.length === 1
  return (
    <div className="zero">
      {understood.q !== '' && (
        <p>
          {words.searchedFor} <q dir="auto">{understood.q}</q>.
        </p>
      )}
      {similar.length > 0 && (
        <p>
          {words.near}{' '}
          {similar.map(({ id, name, slug }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={searchAddress(scope, { ...understood, q: '', speaker: [slug] })} dir="auto">
                <strong>{name}</strong>
              </a>
            </span>
          ))}
          ?
        </p>
      )}
      {shown.length > 0 && (
        <>
          <p>{words.zeroHint}</p>
          <ul className="zero-list">
            {shown.map(({ dropped, count }) => (
              <li key={dropped}>
                <a href={searchAddress(scope, without(understood, dropped))}>
                  {dropped === 'speaker' && !onlyWords(dropped) && understood.q !== ''
                    ? words.allWords(count)
                    : words.withoutFilter(valueWords(page, dropped, names), count)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown.length + similar.length === 0 && understood.q !== '' && <p>{words.zeroHelp}</p>}
      <p>
        <a href={scope.path}>{scope.speaker === null ? words.allQuotes : words.allOfSpeaker}</a>
      </p>
    </div>
  )
}

function valueWords(
  { understood }: SearchPage,
  dropped: SearchPage['instead'][number]['dropped'],
  names: Names,
): string {
  switch (dropped) {
    case 'q':
      return words.wordsFilter(understood.q)
    case 'speaker':
    case 'source':
      return understood[dropped].map((value) => names.get(value) ?? value).join(', ')
    case 'kind':
      return understood.kind.map((kind) => kindWords[kind]).join(', ')
    case 'status':
      return understood.status.map((status) => statusWords[status]).join(', ')
    case 'from':
      return `${words.from.toLowerCase()} ${dateWords(understood.from ?? '')}`
    case 'to':
      return `${words.to.toLowerCase()} ${dateWords(understood.to ?? '')}`
    default:
      return dropped satisfies never
  }
}
