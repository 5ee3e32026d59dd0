import type { QuoteCard as Quote, SearchHit } from '@onrecord/schema'
import { Marked } from '../../ui/Marked.tsx'
import { When } from '../../ui/When.tsx'
import { isWrapped } from './quote-text.ts'
import { kindWords, noDate, noSpeaker } from './record-words.ts'
import { StatusWord } from './StatusWord.tsx'
import { words } from './words.ts'

type Props = {
  quote: Quote | SearchHit
  /** false: on the speaker's own page. */
  showSpeaker?: boolean
}

/** A quote in a list: when and who, the words, where from. Its heading is the link that opens it. */
export function QuoteCard({ quote, showSpeaker = true }: Props) {
  const { id, text, kind, language, speaker, role, saidAt, source, denied } = quote
  const marks = 'marks' in quote ? quote.marks : []
  const nameMarks = 'speakerMarks' in quote ? quote.speakerMarks : []
  const name = speaker?.name ?? noSpeaker
  return (
    <article className="quote-card" aria-labelledby={`words-${id}`}>
      <p className="quote-who">
        <SaidWhen saidAt={saidAt} publishedAt={source.publishedAt} />
        {showSpeaker && (
          <span className="quote-speaker">
            {speaker === null ? (
              <em>{noSpeaker}</em>
            ) : (
              <a href={`/speakers/${speaker.slug}`} dir="auto">
                <Marked text={name} marks={nameMarks} />
              </a>
            )}
          </span>
        )}
        {role !== null && <span className="quote-role">{role}</span>}
        <StatusWord status={quote.status} />
      </p>
      <h3 className="quote-words" id={`words-${id}`}>
        {denied && <span className="denied">{words.denied} </span>}
        <a className="quote-open" id={`open-${id}`} href={`/quotes/${id}`} lang={language} dir="auto">
          {isWrapped(kind) && '“'}
          <Marked text={text} marks={marks} />
          {isWrapped(kind) && '”'}
        </a>
      </h3>
      <p className="quote-where">
        <a className="quote-source" href={`/sources/${source.id}#${id}`}>
          {source.publisher !== null && <span className="publisher">{source.publisher}, </span>}
          <span dir="auto">“{source.title}”</span>
        </a>
        <span className={`kind kind-${kind}`}>{kindWords[kind]}</span>
        <a href={`/quotes/${id}#cite`} aria-label={words.citeOf(name)}>
          {words.cite}
        </a>
      </p>
    </article>
  )
}

function SaidWhen({ saidAt, publishedAt }: { saidAt: string | null; publishedAt: string | null }) {
  if (saidAt !== null) return <When at={saidAt} />
  if (publishedAt === null) return <span>{noDate}</span>
  return (
    <span>
      {words.published} <When at={publishedAt} />
    </span>
  )
}
