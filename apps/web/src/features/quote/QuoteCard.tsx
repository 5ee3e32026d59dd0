import type { QuoteCard as Quote, SearchHit } from '@onrecord/schema'
import { Marked } from '../../ui/Marked.tsx'
import { When } from '../../ui/When.tsx'
import { isWrapped, lacksClosingMark } from './quote-text.ts'
import { deniedWord, kindWords, noDate, noSpeaker } from './record-words.ts'
import { StatusWord } from './StatusWord.tsx'
import { words } from './words.ts'

type Props = {
  quote: Quote | SearchHit
  /** false: on the speaker's own page. */
  showSpeaker?: boolean
  /** Level of its heading. */
  level: 2 | 3
}

/** A quote in a list: when and who, the words, where from. Its heading is the link that opens it. */
export function QuoteCard({ quote, showSpeaker = true, level }: Props) {
  const { id, text, kind, language, speaker, saidAt, source, denied } = quote
  const marks = 'marks' in quote ? quote.marks : []
  const name = speaker?.name ?? noSpeaker
  const role = quote.role === name ? null : quote.role
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="quote-card" aria-labelledby={`words-${id}`}>
      <p className="quote-who">
        <SaidWhen saidAt={saidAt} publishedAt={source.publishedAt} />
        <span>
          {showSpeaker && (
            <SpeakerName speaker={speaker} marks={'speakerMarks' in quote ? quote.speakerMarks : []} />
          )}
          {showSpeaker && role !== null && ' · '}
          {role}
        </span>
        <StatusWord status={quote.status} />
      </p>
      <Heading className="quote-words" id={`words-${id}`}>
        {denied && <span className="denied">{deniedWord} </span>}
        <a className="quote-open" id={`open-${id}`} href={`/quotes/${id}`} lang={language} dir="auto">
          {isWrapped(kind) && '“'}
          <Marked text={text} marks={marks} />
          {lacksClosingMark(text) && '”'}
          {isWrapped(kind) && '”'}
        </a>
      </Heading>
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

function SpeakerName({ speaker, marks }: { speaker: Quote['speaker']; marks: SearchHit['speakerMarks'] }) {
  if (speaker === null) return <em className="quote-speaker">{noSpeaker}</em>
  return (
    <a className="quote-speaker" href={`/speakers/${speaker.slug}`} dir="auto">
      <Marked text={speaker.name} marks={marks} />
    </a>
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
