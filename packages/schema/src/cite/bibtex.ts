import type { QuoteView } from '../view/quote-view.ts'
import { citesInWords, capturedInWords, sourceInWords } from './text.ts'
import {
  dateInWords,
  dateParts,
  markedWords,
  monthNames,
  type Place,
  readingWords,
  sentences,
  speakerInWords,
  statusWords,
} from './words.ts'

/**
 * One BibTeX entry (`@misc`, UTF-8), its key the quote's id. Authors stand in double braces, so that no
 * style takes "Harbour Council" for a person or turns a name round.
 */
export function citeBibtex(quote: QuoteView, { permalink, captured }: Place): string {
  const when = quote.saidAt ?? quote.source.publishedAt
  const [year, month] = when ? dateParts(when) : []
  const monthName = month === undefined ? undefined : monthNames[month - 1]
  const note = sentences([
    quote.saidAt ? `Said ${dateInWords(quote.saidAt)}` : 'Date said not known',
    ...readingWords(quote).map((words) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`),
    citesInWords(quote),
    statusWords[quote.status],
  ])
  const fields = [
    ['author', `{{${escapeBibtex(speakerInWords(quote))}}}`],
    ['title', `{{${escapeBibtex(markedWords(quote))}}}`],
    ['howpublished', `{${escapeBibtex(`Quoted in ${sourceInWords(quote)}`)}}`],
    ['year', year === undefined ? null : `{${String(year).padStart(4, '0')}}`],
    ['month', monthName ? monthName.slice(0, 3).toLowerCase() : null],
    ['url', `{${bibtexUrl(permalink)}}`],
    ['urldate', urlDate(quote)],
    ['language', `{${escapeBibtex(quote.language)}}`],
    ['note', `{${escapeBibtex(joined(note, capturedInWords(quote, null)))}${capturedUrl(captured)}}`],
  ] as const
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value},`]))
  return [`@misc{${quote.id},`, ...lines, '}', ''].join('\n')
}

/**
 * Text that stands in a braced BibTeX value as itself. Braces become commands, since BibTeX counts them even
 * behind a backslash; white space and control characters become one space.
 */
export function escapeBibtex(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').replaceAll(/[\\{}$&#%_^~<>|"]/g, (character) => {
    return bibtexEscapes[character] ?? character
  })
}

const bibtexEscapes: Record<string, string> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  $: String.raw`\$`,
  '&': String.raw`\&`,
  '#': String.raw`\#`,
  '%': String.raw`\%`,
  _: String.raw`\_`,
  '^': String.raw`\textasciicircum{}`,
  '~': String.raw`\textasciitilde{}`,
  '<': String.raw`\textless{}`,
  '>': String.raw`\textgreater{}`,
  '|': String.raw`\textbar{}`,
  '"': String.raw`\textquotedbl{}`,
}

/** An address for a verbatim field: nothing is escaped there, so what would end the field is percent-encoded. */
function bibtexUrl(address: string): string {
  return address.replaceAll(
    /[\s\\{}]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

function capturedUrl(captured: string | null): string {
  return captured === null ? '' : String.raw` \url{` + bibtexUrl(captured) + '}'
}

function urlDate({ occurrences }: QuoteView): string | null {
  return occurrences[0] ? `{${occurrences[0].capturedAt.slice(0, 10)}}` : null
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ')
}
