import type { Token } from './token.ts'

const stopwords: Record<string, string> = {
  en: 'the of and to in is that it was for with as on be at by this have from or not are but they his her you said',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat',
  fr: 'le la les de des et en du un une est que qui dans pour pas au sur ne se ce il plus par avec son elle a été',
  es: 'el la los las de que y en un una por con no para es su al lo se del como más pero sus le ha me sin',
  it: 'il di che la è e un una per non in con si del della le i gli da sono al nel dei ha come anche',
  pt: 'o de que e do da em um uma para com não os as no na por mais dos como mas foi ao ele das',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij door wordt',
  sv: 'och att det i en som är på av för med den till inte om ett har de var jag men så han',
}
const words = new Map<string, string[]>()
for (const [language, list] of Object.entries(stopwords))
  for (const word of list.split(' ')) words.set(word, [...(words.get(word) ?? []), language])
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Thai}/u, 'th'],
]
const sampleSize = 4000

/** The language of the first few thousand words, as a BCP 47 tag; `und` where nothing speaks for any. */
export function detectLanguage(tokens: readonly Token[]): string {
  const counts = new Map<string, number>()
  const count = (key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  let seen = 0
  for (const { kind, lower } of tokens) {
    if (kind !== 'word') continue
    if (++seen > sampleSize) break
    if (lower.charCodeAt(0) > 0x24f) {
      const script = scripts.find(([pattern]) => pattern.test(lower))
      if (script) count(script[1])
    }
    for (const language of words.get(lower) ?? []) count(language)
  }
  const best = [...counts].toSorted(([, a], [, b]) => b - a)[0]
  return best === undefined ? 'und' : best[1] * 20 >= seen ? best[0] : 'und'
}

/** Whether a text is read by the rules for English; a text too short to tell is. */
export const isEnglish = (language: string): boolean => language === 'und' || /^en(?:-|$)/.test(language)
