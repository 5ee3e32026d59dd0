import { directionOf } from './direction.ts'
import type { Lexeme } from './lexeme.ts'

const auxiliaries =
  "is are was were be been being has have had do does did will would can could may might must shall should am isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't it's that's there's"
const others =
  'put puts said says say told tells expects expected expect estimates estimated forecast forecasts predicts predicted projected reached reaches reach hit hits stood stands stand cost costs made make makes ' +
  'took take takes paid pay pays spent spend spends bought buy sold sell sells got get gets gave give gives came come comes went go goes left leave leaves kept keep keeps held hold holds ran run runs ' +
  'found find finds saw see sees set sets brought bring brings showed show shows shown known knew became become becomes remains remained totalled totaled averaged averages accounts accounted covers covered ' +
  'includes included contains contained employs employed owns owned produces produced received receives reported reports recorded records announced plans planned needs needed wants wanted weighs weighed ' +
  'measures measured lasts lasted support supports backed earns earned generated generates raised invested offers offered killed died dies lives lived work works worked began starts started ended ends ' +
  'rushed scored threw beat won wins win faces faced exceeds exceeded equals equalled amounts amounted represents represented comprises comprised sits sat sent send'

const verbs: ReadonlySet<string> = new Set(`${auxiliaries} ${others}`.split(' '))
const auxiliary: ReadonlySet<string> = new Set(auxiliaries.split(' '))

export const isAuxiliary = (word: string): boolean => auxiliary.has(word)

/** Whether a lexeme is probably a verb: a known form, a verb of rise and fall, or a past form after no article. */
export function isVerb(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at]
  if (lexeme?.kind !== 'word') return false
  const before = lexemes[at - 1]?.lower ?? ''
  const noun = /^(?:the|a|an|its|their|his|her|of|this|that|these|no|some|per)$/.test(before)
  if (verbs.has(lexeme.lower)) return !noun || auxiliary.has(lexeme.lower)
  if (directionOf(lexeme.lower) !== null) return !noun
  return !noun && !lexeme.capital && lexeme.lower.length > 4 && lexeme.lower.endsWith('ed')
}

const reporting: ReadonlySet<string> = new Set(
  'said says say told tells added noted reported announced published released stated wrote claimed warned confirmed explained argued insisted saying adding speaking conference statement spoke'.split(
    ' ',
  ),
)
export const isReporting = (word: string): boolean => reporting.has(word)
