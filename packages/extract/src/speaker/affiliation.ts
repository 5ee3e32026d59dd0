import type { SpeakerMention } from '@onrecord/schema'
import type { Token } from '../document.ts'
import { determiners } from '../languages/en/words.ts'
import { extendBody, isHonorific, lastName, splitTitles } from './name.ts'
import { apposedName, firstRun, textOf } from './phrase.ts'

type Affiliation = SpeakerMention['affiliations'][number]

/** Roles and organisations round a person's name: titles before it, an apposition or `at the …` behind it. */
export function affiliationsOf(
  text: string,
  items: readonly Token[],
  { first, end, wholeEnd }: { first: number; end: number; wholeEnd: number },
  kind: SpeakerMention['kind'],
): Affiliation[] {
  if (kind !== 'person') return []
  if (apposedName(items, end, wholeEnd) !== null && !items[end - 1]?.capital)
    return ofPhrase(text, items, first, end)
  return [...before(text, items, first, end), ...behind(text, items, end, wholeEnd)]
}

/** «Its managing director, Corin Baptiste, …»: the phrase is the role. */
function ofPhrase(text: string, items: readonly Token[], first: number, end: number): Affiliation[] {
  const start = determiners.has(items[first]?.lower ?? '') ? first + 1 : first
  const head = items[start]
  const last = items[end - 1]
  return head && last && start < end
    ? [
        {
          organization: null,
          role: textOf(text, items, start, end),
          span: { start: head.start, end: last.end },
        },
      ]
    : []
}

function before(text: string, items: readonly Token[], first: number, end: number): Affiliation[] {
  const run = lastName(items, first, end)
  if (run === null) return []
  let { from } = splitTitles(items, run)
  while (from > first && isHonorific(items[from - 1]?.lower ?? '')) from--
  let start = first
  while (
    start < from &&
    (determiners.has(items[start]?.lower ?? '') || isHonorific(items[start]?.lower ?? ''))
  )
    start++
  const head = items[start]
  const last = items[from - 1]
  if (head === undefined || last === undefined || start >= from || from >= run.end || from - start > 8)
    return []
  return [
    {
      organization: null,
      role: textOf(text, items, start, from),
      span: { start: head.start, end: last.end },
    },
  ]
}

function behind(text: string, items: readonly Token[], end: number, wholeEnd: number): Affiliation[] {
  let start = end
  while (start < wholeEnd && items[start]?.kind === 'mark') start++
  // «Marcus Tolland, 44, of Brack Lane»: an age is no role, and where somebody lives no body.
  const aged = items[start]?.kind === 'number' && !/\p{L}/u.test(items[start]?.lower ?? '')
  if (aged) start++
  while (start < wholeEnd && items[start]?.kind === 'mark') start++
  if (aged && /^(?:of|from|in)$/.test(items[start]?.lower ?? '')) return []
  let stop = wholeEnd
  while (stop > start && items[stop - 1]?.kind === 'mark') stop--
  const head = items[start]
  const last = items[stop - 1]
  if (
    head === undefined ||
    last === undefined ||
    start >= stop ||
    stop - start > 30 ||
    /^(?:who|which|and)$/.test(head.lower)
  )
    return []
  const at = /^(?:of|at|from|for|with|in)$/.test(head.lower)
  const run = organizationRun(items, start, stop)
  const organization = run === null ? null : textOf(text, items, run.first, run.end)
  if (at)
    return organization === null
      ? []
      : [{ organization, role: null, span: { start: head.start, end: last.end } }]
  const comma = roleEnd(items, start, run?.first ?? stop)
  const role = textOf(
    text,
    items,
    determiners.has(head.lower) && comma > start + 1 ? start + 1 : start,
    comma,
  )
  if (role === '' || items.slice(start, stop).some(({ kind }) => kind === 'quote')) return []
  return [{ organization, role, span: { start: head.start, end: last.end } }]
}

/** The role ends before «of», «at» or the comma that leads to the organisation. */
function roleEnd(items: readonly Token[], start: number, run: number): number {
  let end = run
  while (
    end > start &&
    (/^(?:of|at|for|with|in|the)$/.test(items[end - 1]?.lower ?? '') || items[end - 1]?.kind === 'mark')
  )
    end--
  return end > start ? end : run
}

function organizationRun(
  items: readonly Token[],
  start: number,
  end: number,
): { first: number; end: number } | null {
  for (let at = start; at < end; at++) {
    if (!/^(?:of|at|for|from|with|,)$/.test(items[at]?.lower ?? '') || at + 1 >= end) continue
    const opening = items[at + 1]?.lower === 'the' ? at + 2 : at + 1
    if (!items[opening]?.capital) continue
    const run = firstRun(items, opening, end)
    return run === null ? null : extendBody(items, run, end)
  }
  return start < end && /^(?:of|at|from|for|with|in)$/.test(items[start]?.lower ?? '')
    ? firstRun(items, start, end)
    : null
}
