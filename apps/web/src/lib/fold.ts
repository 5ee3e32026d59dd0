const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  þ: 'th',
  ı: 'i',
  œ: 'oe',
}

/** A text as it is searched: lower case, no marks, no apostrophes. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[łøđßæþıœ]/g, (letter) => letters[letter] ?? letter)
}
