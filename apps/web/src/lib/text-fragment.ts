/**
 * An address that opens at the given words, where the browser can (`#:~:text=`). Long passages are given
 * by their first and last words, so that the address stays short.
 */
export function atWords(url: string, exact: string): string {
  const plain = exact.trim().split(/\s+/)
  const encode = (words: readonly string[]) => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D')
  const fragment =
    plain.length <= 12 ? encode(plain) : `${encode(plain.slice(0, 5))},${encode(plain.slice(-5))}`
  return `${url.split('#')[0] ?? url}#:~:text=${fragment}`
}
