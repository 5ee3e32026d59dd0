import type { Lexeme } from './lexeme.ts'

/** A currency: ISO 4217 code where the text decides it, and how far it reaches. `name` is shown where the code is open. */
export type Money = { code: string | null; name: string; first: number; next: number }

const symbols: ReadonlyMap<string, string | null> = new Map([
  ['$', null],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['￥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₺', 'TRY'],
  ['₸', 'KZT'],
  ['₡', 'CRC'],
  ['₲', 'PYG'],
  ['₵', 'GHS'],
  ['₾', 'GEL'],
  ['₼', 'AZN'],
  ['₭', 'LAK'],
  ['＄', null],
])

/** Letters before or after a dollar sign that name its country. */
const dollars: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s.', 'USD'],
  ['usd', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['aud', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['cad', 'CAD'],
  ['can', 'CAD'],
  ['cdn', 'CAD'],
  ['hk', 'HKD'],
  ['hkd', 'HKD'],
  ['nz', 'NZD'],
  ['nzd', 'NZD'],
  ['s', 'SGD'],
  ['sg', 'SGD'],
  ['sgd', 'SGD'],
  ['nt', 'TWD'],
  ['ntd', 'TWD'],
  ['twd', 'TWD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
  ['j', 'JMD'],
  ['tt', 'TTD'],
  ['z', 'ZWL'],
  ['b', 'BND'],
])

/** Letter signs that stand before an amount and are no ISO code. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['rs', 'INR'],
  ['rm', 'MYR'],
  ['rp', 'IDR'],
  ['dh', 'AED'],
  ['dhs', 'AED'],
  ['rmb', 'CNY'],
  ['sfr', 'CHF'],
  ['fr', 'CHF'],
  ['kr', 'SEK'],
  ['nis', 'ILS'],
  ['zl', 'PLN'],
  ['ksh', 'KES'],
  ['shs', 'KES'],
  ['lkr', 'LKR'],
])

/** Codes that are read in upper case before or after an amount. */
const isoCodes: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP ' +
    'CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS ' +
    'INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP ' +
    'MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR ' +
    'SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST ' +
    'XAF XCD XOF XPF YER ZAR ZMW ZWL DEM FRF ITL FIM'
  ).split(' '),
)

/** Words for money after an amount. null: the country decides. */
const words: ReadonlyMap<string, string | null> = new Map([
  ['dollar', null],
  ['buck', null],
  ['euro', 'EUR'],
  ['pound', 'GBP'],
  ['quid', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rupee', 'INR'],
  ['franc', null],
  ['krona', 'SEK'],
  ['kronor', 'SEK'],
  ['krone', null],
  ['kroner', null],
  ['ruble', 'RUB'],
  ['rouble', 'RUB'],
  ['won', 'KRW'],
  ['rand', 'ZAR'],
  ['peso', null],
  ['real', 'BRL'],
  ['reais', 'BRL'],
  ['ringgit', 'MYR'],
  ['baht', 'THB'],
  ['rupiah', 'IDR'],
  ['lira', null],
  ['liras', null],
  ['shekel', 'ILS'],
  ['dirham', null],
  ['riyal', null],
  ['rial', null],
  ['dinar', null],
  ['naira', 'NGN'],
  ['cedi', 'GHS'],
  ['shilling', null],
  ['zloty', 'PLN'],
  ['forint', 'HUF'],
  ['koruna', 'CZK'],
  ['crown', null],
  ['leu', null],
  ['lei', null],
  ['lev', 'BGN'],
  ['hryvnia', 'UAH'],
  ['tenge', 'KZT'],
  ['tugrik', 'MNT'],
  ['dong', 'VND'],
  ['taka', 'BDT'],
  ['birr', 'ETB'],
  ['kwacha', 'ZMW'],
  ['bitcoin', null],
  ['cent', null],
  ['penny', null],
  ['pence', 'GBP'],
  ['pennies', null],
  ['¢', null],
  ['markka', 'FIM'],
  ['markkaa', 'FIM'],
])

/** Country words that, before a word for money, decide its code: adjectives and names, by the first letters of the currency. */
const national: ReadonlyMap<string, string> = new Map(
  (
    'us dollar USD|u.s. dollar USD|american dollar USD|united states dollar USD|states dollar USD|canadian dollar CAD|australian dollar AUD|zealand dollar NZD|' +
    'kong dollar HKD|singapore dollar SGD|taiwan dollar TWD|taiwanese dollar TWD|jamaican dollar JMD|british pound GBP|' +
    'pounds sterling GBP|egyptian pound EGP|lebanese pound LBP|syrian pound SYP|sudanese pound SDG|swiss franc CHF|french franc FRF|cfa franc XOF|' +
    'swedish krona SEK|swedish kronor SEK|swedish crown SEK|danish krone DKK|danish kroner DKK|danish crown DKK|norwegian krone NOK|norwegian kroner NOK|' +
    'norwegian crown NOK|czech crown CZK|mexican peso MXN|argentine peso ARS|philippine peso PHP|chilean peso CLP|colombian peso COP|indian rupee INR|' +
    'pakistani rupee PKR|pakistan rupee PKR|nepalese rupee NPR|turkish lira TRY|italian lira ITL|italian lire ITL|emirati dirham AED|uae dirham AED|moroccan dirham MAD|' +
    'saudi riyal SAR|omani rial OMR|omani riyal OMR|qatari riyal QAR|qatar riyal QAR|iranian rial IRR|iran rial IRR|yemeni rial YER|kuwaiti dinar KWD|kuwait dinar KWD|iraqi dinar IQD|' +
    'jordanian dinar JOD|jordan dinar JOD|bahraini dinar BHD|libyan dinar LYD|tunisian dinar TND|algerian dinar DZD|serbian dinar RSD|kenyan shilling KES|' +
    'ugandan shilling UGX|tanzanian shilling TZS|romanian leu RON|romanian lei RON|moldovan leu MDL|chinese yuan CNY|japanese yen JPY|korean won KRW|russian ruble RUB|' +
    'russian rouble RUB|brazilian real BRL|brazilian reais BRL|african rand ZAR|malaysian ringgit MYR|malaysia ringgit MYR|israeli shekel ILS|thai baht THB|indonesian rupiah IDR|german mark DEM|' +
    'deutsche mark DEM|finnish markka FIM|finnish markkaa FIM|mongolian tugrik MNT|egypt pound EGP|new shekel ILS'
  )
    .split('|')
    .map((entry): [string, string] => [entry.slice(0, -4), entry.slice(-3)]),
)

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !words.has(word) ? word.slice(0, -1) : word

/** The currency whose sign or code ends right before lexeme `at` (where a number begins), or null. */
export function currencyBefore(lexemes: readonly Lexeme[], at: number): Money | null {
  const gap = lexemes[at]?.gap ?? 2
  if (gap === 2) return null
  const sign = lexemes[at - 1]
  if (sign === undefined) return null
  if (sign.kind === 'mark') {
    const code = symbols.get(sign.lower)
    if (code === undefined)
      return sign.lower === '=' || sign.lower === '.' ? letterBefore(lexemes, at - 2, at) : null
    const prefix = lexemes[at - 2]
    if (code === null && prefix?.kind === 'word' && sign.gap < 2) {
      const country = dollars.get(prefix.lower)
      const joined = sign.gap === 0 || prefix.lower.length > 1 || (prefix.capital && prefix.lower === 'c')
      if (country !== undefined && joined && (prefix.capital || sign.gap === 0 || prefix.lower.length > 1))
        return { code: country, name: country, first: at - 2, next: at }
    }
    if (code === null && prefix?.kind === 'mark' && prefix.lower === '$') return null
    return { code, name: sign.lower, first: at - 1, next: at }
  }
  return letterBefore(lexemes, at - 1, at)
}

function letterBefore(lexemes: readonly Lexeme[], place: number, at: number): Money | null {
  const word = lexemes[place]
  if (word?.kind !== 'word') return null
  const upper = word.lower.toUpperCase()
  const between = place === at - 1 ? '' : (lexemes[at - 1]?.lower ?? '')
  if (between === '=' && word.lower === 'y' && word.capital)
    return { code: 'JPY', name: 'JPY', first: place, next: at }
  if (between === '=') return null
  if (
    isoCodes.has(upper) &&
    (word.capital || word.lower === 'usd' || word.lower === 'eur') &&
    upper !== 'ALL' &&
    upper !== 'TOP' &&
    upper !== 'TRY' &&
    upper !== 'CUP'
  )
    return { code: upper, name: upper, first: place, next: at }
  const code = prefixes.get(word.lower)
  if (code !== undefined && word.capital) return { code, name: code, first: place, next: at }
  return null
}

/** The currency whose sign, code or word begins at lexeme `at`, right after a number, or null. */
export function currencyAfter(lexemes: readonly Lexeme[], at: number): Money | null {
  const first = lexemes[at]
  if (first === undefined || first.gap === 2) return null
  if (first.kind === 'mark') {
    const code = symbols.get(first.lower)
    if (code !== undefined && (first.gap === 0 || lexemes[at + 1]?.kind !== 'number'))
      return { code, name: first.lower, first: at, next: at + 1 }
    if (first.lower === '¢') return { code: null, name: 'cent', first: at, next: at + 1 }
    return null
  }
  if (first.kind !== 'word') return null
  const upper = first.lower.toUpperCase()
  if (
    isoCodes.has(upper) &&
    first.capital &&
    upper !== 'ALL' &&
    upper !== 'TOP' &&
    upper !== 'TRY' &&
    upper !== 'CUP'
  )
    return { code: upper, name: upper, first: at, next: at + 1 }
  const abbreviated = after.get(first.lower)
  if (abbreviated !== undefined && first.capital)
    return { code: abbreviated, name: abbreviated, first: at, next: at + 1 }
  if (first.lower === 'p' && first.gap === 0) return { code: 'GBP', name: 'penny', first: at, next: at + 1 }
  // At most three words of country before the word for money: «New Zealand dollars».
  for (let place = at; place < at + 4; place++) {
    const word = lexemes[place]
    if (word?.kind !== 'word' || word.gap === 2) return null
    const base = singular(word.lower)
    if (words.has(base)) return wordFor(lexemes, at, place, base)
    if (!word.capital && !countryWords.has(word.lower)) return null
  }
  return null
}

const after: ReadonlyMap<string, string> = new Map([
  ['rmb', 'CNY'],
  ['nis', 'ILS'],
  ['rs', 'INR'],
  ['rm', 'MYR'],
  ['sek', 'SEK'],
])
const countryWords: ReadonlySet<string> = new Set([...national.keys()].map((key) => key.split(' ')[0] ?? ''))

function wordFor(lexemes: readonly Lexeme[], at: number, place: number, base: string): Money | null {
  const before = place > at ? (lexemes[place - 1]?.lower ?? '') : ''
  if (place > at && !national.has(`${before} ${base}`)) return null
  let code = words.get(base) ?? null
  if (place > at) code = national.get(`${before} ${base}`) ?? code
  let next = place + 1
  if (base === 'pound' && lexemes[next]?.lower === 'sterling') {
    code = 'GBP'
    next++
  } else if (base === 'pound' && place === at) {
    // A pound is money only where something says so: alone it is as often a weight.
    return { code: null, name: 'pound', first: at, next }
  }
  if (base === 'real' && place === at && lexemes[at]?.lower === 'real') return null
  const cents = base === 'cent' || base === 'penny' || base === 'pennies' || base === 'pence'
  return {
    code: cents ? null : code,
    name: code ?? (cents ? (base === 'cent' ? 'cent' : 'penny') : base),
    first: at,
    next,
  }
}
