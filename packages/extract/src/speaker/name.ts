import type { Token } from '../document.ts'
import {
  bodies,
  honorifics,
  months,
  days,
  titles,
  adverbs,
  conjunctions,
  subordinators,
  men,
  women,
  determiners,
  pronouns,
  prepositions,
} from '../languages/en/words.ts'

const particles = /^(?:de|da|di|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos|ter|ten)$/
const joiners = /^(?:of|for|and|the|on)$/

/** A run of capitalised words in a list of tokens, half open. */
export type NameRun = { first: number; end: number }

const isNameToken = (token: Token | undefined): boolean =>
  token !== undefined && (token.capital || token.kind === 'number') && token.kind !== 'quote'

/** Adverbs that open names as well: Long Beach, First Lowton Bank. */
export const opensNames = new Set(['long', 'first', 'ever', 'early'])
const openers = new Set('what why how where who if as not please'.split(' '))

/** Whether a word has its capital only because it opens a sentence or somebody's words: If, When, But, On. */
export function onlyOpens(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (before?.kind === 'word' && before.sentence === tokens[at]?.sentence) return false
  if (next?.kind !== 'word') return false
  return (
    conjunctions.has(lower) ||
    subordinators.has(lower) ||
    prepositions.has(lower) ||
    (adverbs.has(lower) && !opensNames.has(lower)) ||
    determiners.has(lower) ||
    pronouns.has(lower) ||
    openers.has(lower)
  )
}

/** The last run of capitalised words in `[first, end)`; a word that only begins the sentence does not count. */
export function lastName(tokens: readonly Token[], first: number, end: number): NameRun | null {
  for (let at = end - 1; at >= first; at--) {
    const token = tokens[at]
    if (
      token?.kind !== 'word' ||
      !token.capital ||
      determiners.has(token.lower) ||
      pronouns.has(token.lower) ||
      prepositions.has(token.lower)
    )
      continue
    let from = at
    while (from > first) {
      const before = tokens[from - 1]
      if (before === undefined) break
      if (
        isNameToken(before) &&
        before.kind === 'word' &&
        !determiners.has(before.lower) &&
        !days.has(before.lower) &&
        !onlyOpens(tokens, from - 1)
      )
        from--
      else if (
        from - 1 > first &&
        tokens[from - 2]?.capital &&
        (before.lower === '&' || particles.test(before.lower) || before.lower === "'s")
      )
        from -= 2
      else break
    }
    return { first: from, end: at - from > 1 && postNominals.has(token.lower) ? at : at + 1 }
  }
  return null
}

/** Letters behind a name: Imelda Farrow KC. */
export const postNominals = new Set('kc qc sc mp mep msp mla cbe obe mbe phd ph.d. md m.d. frs'.split(' '))

/** Takes in `of Education`, `for Fair Trade` behind the name of a body. */
export function extendBody(tokens: readonly Token[], run: NameRun, limit: number): NameRun {
  const { end } = run
  let { first } = run
  // «the Harbour and Docks Board»
  if (tokens[first - 1]?.lower === 'and' && tokens[first - 2]?.capital && tokens[first - 3]?.lower === 'the')
    first -= 2
  let to = end
  for (;;) {
    let at = to
    while (at < limit && joiners.test(tokens[at]?.lower ?? '')) at++
    if (at === to || at - to > 2 || at >= limit || !tokens[at]?.capital) return { first, end: to }
    while (at < limit && (tokens[at]?.capital || tokens[at]?.lower === '&')) at++
    to = at
  }
}

export type PersonName = { name: string; titles: string; man: boolean | null }

/** A run split into titles and name: `Captain`, `Jonah Hale`; the name is empty where all is title. */
export function splitTitles(
  tokens: readonly Token[],
  { first, end }: NameRun,
): { from: number; man: boolean | null; titled: boolean } {
  let from = first
  let man: boolean | null = null
  while (from < end) {
    const lower = tokens[from]?.lower ?? ''
    if (!titles.has(lower) && lower !== 'of') break
    if (men.has(lower)) man = true
    if (women.has(lower)) man = false
    from++
  }
  return { from, man, titled: from > first }
}

/** Whether the name of a body is that of a company. */
export const namesCompany = (name: string): boolean =>
  companyWords.has(name.toLowerCase().split(/\s+/).at(-1) ?? '') || / & /.test(name)

export const isHonorific = (lower: string): boolean => honorifics.has(lower)

/** Last words of company names that are no body by themselves: Harlow Ferries, Tarn Valley Foods plc. */
const companyWords = new Set(
  (
    'ferries railways rail airlines airways foods partners industries holdings schools motors systems technologies ' +
    'technology solutions services properties homes estates developments enterprises logistics pharmaceuticals pharma ' +
    'therapeutics diagnostics energies energy utilities resources investments securities ventures laboratories labs ' +
    'studios pictures records stores supermarkets hotels resorts restaurants farms dairies breweries bakeries works ' +
    'metals chemicals plastics textiles shipyards shipyard docks ports harbours harbors trains buses coaches lines ' +
    'shipping marine aerospace aviation engineering electronics semiconductors software networks communications ' +
    'telecom media broadcasting publishing books insurance bancorp brothers associates consultants consulting advisers ' +
    'advisors builders architects engineers growers producers farmers residents friends neighbours volunteers games ' +
    'colleges universities hospitals clinics charities libraries museums galleries theatres churches councils ' +
    'international global worldwide ltd limited plc inc inc. gmbh ag llc llp corp corp. co. bv nv oy pty'
  ).split(' '),
)

/** Whether a run of words names a body rather than a person. */
export function namesBody(tokens: readonly Token[], { first, end }: NameRun): boolean {
  for (let at = first; at < end; at++) {
    const token = tokens[at]
    if (token === undefined) continue
    const { lower } = token
    if (
      bodies.has(lower) ||
      bodies.has(lower.replace(/s$/, '')) ||
      lower === '&' ||
      lower.includes('&') ||
      lower === "'s"
    )
      return true
    if (joiners.test(lower)) return true
  }
  if (/^(?:plc|ltd\.?|inc\.?|gmbh|llc|llp|ag)$/.test(tokens[end]?.lower ?? '')) return true
  return end - first > 1 && companyWords.has(tokens[end - 1]?.lower ?? '')
}

/** An acronym: two or more capitals and nothing else. */
export const isAcronym = (text: string): boolean => /^(?:\p{Lu}[\p{Lu}\d&-]+|(?:\p{Lu}\.){2,})$/u.test(text)
export const isCalendar = (lower: string): boolean => months.has(lower) || days.has(lower)
