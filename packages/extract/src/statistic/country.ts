/** Names of countries that news uses and the standard's short names do not have. */
const further: readonly (readonly [string, string])[] = [
  ['US', 'us'],
  ['US', 'u.s.'],
  ['US', 'usa'],
  ['US', 'america'],
  ['US', 'united states of america'],
  ['GB', 'uk'],
  ['GB', 'u.k.'],
  ['GB', 'britain'],
  ['GB', 'great britain'],
  ['AE', 'uae'],
  ['AE', 'emirates'],
  ['KR', 'south korea'],
  ['KP', 'north korea'],
  ['RU', 'russia'],
  ['CZ', 'czech republic'],
  ['CI', 'ivory coast'],
  ['TR', 'turkey'],
  ['MM', 'burma'],
  ['CD', 'dr congo'],
  ['CD', 'democratic republic of congo'],
  ['CG', 'republic of congo'],
  ['PS', 'palestine'],
  ['HK', 'hong kong'],
  ['MO', 'macau'],
  ['BA', 'bosnia'],
  ['VA', 'vatican'],
  ['MK', 'macedonia'],
  ['NL', 'holland'],
  ['TL', 'east timor'],
  ['SZ', 'swaziland'],
  ['CV', 'cape verde'],
  ['TW', 'taiwan'],
]
/** Names that are more often something else: a given name, a state, a bird. */
const doubtful: ReadonlySet<string> = new Set(['georgia', 'jordan', 'chad', 'jersey', 'guernsey', 'niger'])

/** Name in lower case → ISO 3166-1 alpha-2, from the names that Intl knows. */
export const countries: ReadonlyMap<string, string> = read()

/** Most words one name has. */
export const longestCountry = 4

export const isDoubtful = (name: string): boolean => doubtful.has(name)

function read(): Map<string, string> {
  const names = new Map<string, string>()
  const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const first of letters)
    for (const second of letters) {
      const code = first + second
      // EU, UN and the codes kept for users are no countries; ZZ is «unknown».
      if (
        /^(?:EU|EZ|UN|QO|ZZ|XA|XB|AC|CP|DG|EA|IC|TA|CQ|UK|SU|DD|YU|FX|TP|ZR|BU|CS|NT|AN|Q.|X.)$/.test(code) &&
        code !== 'XK'
      )
        continue
      const name = display.of(code)
      if (name !== undefined)
        names.set(
          name
            .toLowerCase()
            .replaceAll('’', "'")
            .replace(/ \(.*\)$/, '')
            .replace(' sar china', ''),
          code,
        )
    }
  for (const [code, name] of further) names.set(name, code)
  return names
}
