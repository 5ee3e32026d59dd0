import { TITLE_LENGTH } from './tuning.ts'

/** A title as one line: line breaks, runs of white space and invisible characters taken out. Null if nothing is left. */
export function cleanTitle(title: string | null | undefined): string | null {
  if (title === null || title === undefined) return null
  const clean = title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .trim()
  return clean === '' ? null : clean
}

/**
 * The title of a text without one: its first line where that is a short headline followed by an empty line,
 * else its first sentence, cut at a word before 80 characters.
 */
export function titleOf(text: string): string {
  return headline(text) ?? firstSentence(text) ?? 'Untitled'
}

function headline(text: string): string | null {
  const match = /^\s*(?<line>[^\r\n]+)\r?\n[ \t]*\r?\n[\s\S]*\S/u.exec(text.slice(0, 4096))
  const line = cleanTitle(match?.groups?.['line'])
  return line !== null && line.length <= 2 * TITLE_LENGTH && !endsSentence(line) ? line : null
}

function endsSentence(line: string): boolean {
  return /[.:;,]["”’»)]*$/u.test(line) && !/\b(?:[A-Z]\.)+$/u.test(line)
}

function firstSentence(text: string): string | null {
  const head = cleanTitle(text.slice(0, 4096))
  if (head === null) return null
  const sentence = /^.*?[.!?…]["”’»)]*(?=\s+["“‘«(]?\p{Lu}|$)/u.exec(head)?.[0] ?? head
  return cutAtWord(sentence, TITLE_LENGTH)
}

/** The text cut at a word before `length` code units, with an ellipsis where something was cut off. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text
  const head = text.slice(0, length - 1)
  const space = head.lastIndexOf(' ')
  // A text without spaces is cut between characters, never inside a surrogate pair.
  const cut = space > 0 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/u, '')
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`
}
