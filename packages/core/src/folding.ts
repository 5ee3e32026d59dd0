/** `plain` folds every text; `umlaut` writes ä as ae; `latin` writes Cyrillic and Greek in Latin letters. */
export type FoldKey = 'plain' | 'umlaut' | 'latin'

/** A folded text; `starts[i]` and `ends[i]` give the original UTF-16 stretch that its code unit `i` stands for. */
export type Folded = { text: string; starts: readonly number[]; ends: readonly number[] }

const APOSTROPHES = new Set(["'", '’', '‘', '‛', 'ʼ', 'ʻ', '`', '´', '′', '＇'])
/** First code unit that is no ASCII, and first that can be a mark on the letter before it. */
const FIRST_OF_OTHERS = 0x80
const FIRST_MARK = 0x300
const ASCII = /^[\0-\x7f]*$/
const OTHERS = /[\0-\x7f]\p{M}+|[^\0-\x7f]\p{M}*/gu
const ASCII_APOSTROPHES = /['`]/g
const ASCII_GAPS = /[\0-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/g
const WITH_UMLAUT = /[äöüø]|[aou]\u0308/i
const TO_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const SEGMENT = /\P{M}\p{M}*|\p{M}+/uy
const WORD_LETTER = /[\p{L}\p{N}]/u
const INVISIBLE = /\p{Cf}/u
const MARKS = /\p{M}+/gu

// Letters that Unicode does not decompose.
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe' }
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ђ: 'dj',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  џ: 'dz',
  ѓ: 'g',
  ќ: 'k',
  ѕ: 'dz',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}

/**
 * Text as search compares it: words of lower-case letters and digits without marks, one space between them.
 * Apostrophes and invisible characters are dropped, everything else that is no letter or digit parts words.
 * `fold(fold(x))` is `fold(x)`. Never throws.
 */
export function fold(text: string): string {
  return foldAs(text, 'plain')
}

/** As `foldWithPlaces(text, key).text`, several times quicker. */
function foldAs(text: string, key: FoldKey): string {
  const letters = ASCII.test(text) ? text : text.replaceAll(OTHERS, (segment) => lettersOf(segment, key))
  return letters.toLowerCase().replaceAll(ASCII_APOSTROPHES, '').replaceAll(ASCII_GAPS, ' ').trim()
}

/** Every way a text may be searched for, the plain fold first, none twice; one where nothing but ASCII stands in it. */
export function foldKeys(text: string): readonly string[] {
  return [...new Set(keysFor(text).map((key) => foldAs(text, key)))]
}

/** The keys that can differ from the plain one in this text. */
export function keysFor(text: string): readonly FoldKey[] {
  if (ASCII.test(text)) return ['plain']
  const keys: FoldKey[] = ['plain']
  if (WITH_UMLAUT.test(text)) keys.push('umlaut')
  if (TO_LATIN.test(text)) keys.push('latin')
  return keys
}

/** As `fold`, with the place each folded code unit comes from; combining marks belong to the letter before them. */
export function foldWithPlaces(text: string, key: FoldKey = 'plain'): Folded {
  const out: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let gap: { start: number; end: number } | null = null
  for (let at = 0, end = 0; at < text.length; at = end) {
    const code = text.charCodeAt(at)
    const isPlain = code < FIRST_OF_OTHERS && !(text.charCodeAt(at + 1) >= FIRST_MARK)
    const segment = isPlain ? text.charAt(at) : segmentAt(text, at)
    end = at + segment.length
    for (const letter of isPlain ? asciiLetter(segment, code) : lettersOf(segment, key)) {
      if (letter === ' ') {
        gap ??= { start: at, end }
        continue
      }
      if (gap !== null && out.length > 0) {
        out.push(' ')
        starts.push(gap.start)
        ends.push(gap.end)
      }
      gap = null
      for (let unit = 0; unit < letter.length; unit++) {
        out.push(letter.charAt(unit))
        starts.push(at)
        ends.push(end)
      }
    }
  }
  return { text: out.join(''), starts, ends }
}

/** A character with the marks that follow it. */
function segmentAt(text: string, at: number): string {
  SEGMENT.lastIndex = at
  return SEGMENT.exec(text)?.[0] ?? text.charAt(at)
}

/** Words of one letter with its marks: folded letters, a space for what parts words, nothing for what is dropped. */
function lettersOf(segment: string, key: FoldKey): string {
  const code = segment.charCodeAt(0)
  if (segment.length === 1 && code < FIRST_OF_OTHERS) return asciiLetter(segment, code)
  if (APOSTROPHES.has(segment.charAt(0))) return ''
  // Dashes, quotation marks, dots: the commonest of all, and none of them letters.
  if (segment.length === 1 && code >= 0x2010 && code <= 0x2027) return ' '
  if (key !== 'plain') {
    const composed = segment.normalize('NFC').toLowerCase()
    const table = key === 'umlaut' ? umlauts : latin
    const known = table[composed] ?? table[bare(composed)]
    if (known !== undefined && (key === 'latin' || umlauts[composed] !== undefined)) return known
  }
  return Array.from(bare(bare(segment).toLowerCase()), (letter) => {
    if (APOSTROPHES.has(letter) || INVISIBLE.test(letter)) return ''
    return letters[letter] ?? (WORD_LETTER.test(letter) ? letter : ' ')
  }).join('')
}

function bare(text: string): string {
  return text.normalize('NFKD').replaceAll(MARKS, '')
}

function asciiLetter(letter: string, code: number): string {
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return letter
  if (code >= 65 && code <= 90) return letter.toLowerCase()
  return code === 39 || code === 96 ? '' : ' '
}
