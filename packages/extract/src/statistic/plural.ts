export function looksPlural(word: string): boolean {
  return (
    (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|'s)$/.test(word)) || irregularPlurals.has(word)
  )
}

export const irregularPlurals: ReadonlySet<string> = new Set(
  'people men women children feet teeth mice police cattle sheep fish aircraft series species staff persons folk youth clergy poultry livestock personnel offspring salmon deer headquarters media data criteria crises spacecraft fishermen policemen lawmakers servicemen businessmen congressmen'.split(
    ' ',
  ),
)
