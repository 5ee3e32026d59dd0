/** What a spelling of a unit stands for. `code` is UCUM; `name` the spelling shown in tables and compared. */
export type UnitEntry = {
  kind: 'percent' | 'percentagePoint' | 'basisPoint' | 'physical' | 'time' | 'currency' | 'count' | 'other'
  code: string | null
  name: string
}

/** One line a unit: kind, UCUM code, name, other spellings; plurals in -s need no entry. A spelling with a capital letter must be printed so. */
const table = `
percent|%|percent|% percentage pct ％
percent|%|percent|per_cent
percentagePoint||percentage point|percentage_point pp ppt ppts %_point percent_point per_cent_point
basisPoint||basis point|basis_point bp bps
time|s|second|sec s
time|min|minute|min
time|h|hour|hr h
time|d|day|
time|wk|week|wk
time|mo|month|
time|a|year|yr
time|10.a|decade|
time|100.a|century|centuries
time|1000.a|millennium|millennia
time|ms|millisecond|ms msec
time|us|microsecond|µs μs
time|ns|nanosecond|ns
time|a|year of age|year_old years_old years_of_age year_of_age yo y/o yrs_old
time|mo|month of age|month_old months_old months_of_age
time|wk|week of age|week_old weeks_old weeks_of_age
time|d|day of age|day_old days_old days_of_age
physical|m|metre|meter m
physical|km|kilometre|kilometer km kilometres
physical|cm|centimetre|centimeter cm
physical|mm|millimetre|millimeter mm
physical|um|micrometre|micrometer µm μm micron
physical|nm|nanometre|nanometer nm
physical|[in_i]|inch|inches
physical|[ft_i]|foot|feet ft
physical|[yd_i]|yard|yd
physical|[mi_i]|mile|mi
physical|[nmi_i]|nautical mile|nautical_mile nmi
physical|[ly]|light-year|light_year lightyear
physical|AU|astronomical unit|astronomical_unit AU
physical|pc|parsec|
physical|Ao|angstrom|Å ångström
physical|m2|square metre|square_metre square_meter sq_m sqm m² m2
physical|km2|square kilometre|square_kilometre square_kilometer sq_km km² km2
physical|cm2|square centimetre|square_centimetre square_centimeter cm² cm2
physical|mm2|square millimetre|mm² mm2
physical|[smi_us]|square mile|square_mile sq_mi sq_mile
physical|[sft_i]|square foot|square_foot square_feet sq_ft sqft ft² ft2
physical|[syd_i]|square yard|square_yard
physical|[sin_i]|square inch|square_inch square_inches sq_in
physical|[acr_us]|acre|
physical|har|hectare|ha
physical|m3|cubic metre|cubic_metre cubic_meter m³ m3
physical|km3|cubic kilometre|cubic_kilometre cubic_kilometer km³
physical|cm3|cubic centimetre|cubic_centimetre cubic_centimeter cm³ cm3 cc
physical|[cft_i]|cubic foot|cubic_foot cubic_feet cu_ft ft³
physical|[cyd_i]|cubic yard|cubic_yard
physical|[cin_i]|cubic inch|cubic_inch cubic_inches
physical|L|litre|liter L l
physical|mL|millilitre|milliliter ml mL
physical|cL|centilitre|centiliter cl
physical|dL|decilitre|deciliter dl
physical|hL|hectolitre|hectoliter hl
physical|uL|microlitre|microliter µl μl µL
physical|[gal_us]|gallon|gal
physical|[qt_us]|quart|
physical|[pt_us]|pint|
physical|[cup_us]|cup|
physical|[tbs_us]|tablespoon|tbsp tbs
physical|[tsp_us]|teaspoon|tsp
physical|[bbl_us]|barrel|bbl
physical|[bu_us]|bushel|
physical|g|gram|gramme g gm
physical|kg|kilogram|kilogramme kilo kg
physical|mg|milligram|mg
physical|ug|microgram|µg μg mcg
physical|ng|nanogram|ng
physical|t|tonne|metric_ton metric_tonne t mt
physical|[ston_av]|ton|short_ton
physical|[lton_av]|long ton|long_ton
physical|kt|kilotonne|kiloton
physical|Mt|megatonne|megaton
physical|Gt|gigatonne|gigaton
physical|[lb_av]|pound-mass|lb lbs
physical|[oz_av]|ounce|oz
physical|[stone_av]|stone|
physical|Cel|celsius|degree_celsius degrees_celsius °c ℃ degree_c degrees_c deg_c ºc centigrade degree_centigrade degrees_centigrade
physical|[degF]|fahrenheit|degree_fahrenheit degrees_fahrenheit °f ℉ degree_f degrees_f deg_f ºf °_fahrenheit degf
physical|Cel|celsius|°_celsius °_c C
physical|[degF]|fahrenheit|°_f F
physical|K|kelvin|K
physical|deg|degree|° º deg
physical|'|arcminute|arc_minute arcmin
physical|''|arcsecond|arc_second arcsec
physical|rad|radian|
physical|Hz|hertz|hz
physical|kHz|kilohertz|khz
physical|MHz|megahertz|mhz
physical|GHz|gigahertz|ghz
physical|W|watt|W
physical|kW|kilowatt|kw
physical|MW|megawatt|MW Mw
physical|mW|milliwatt|mW
physical|GW|gigawatt|gw
physical|TW|terawatt|tw
physical|[HP]|horsepower|hp bhp
physical|W.h|watt-hour|watt_hour wh
physical|kW.h|kilowatt-hour|kilowatt_hour kwh
physical|MW.h|megawatt-hour|megawatt_hour mwh
physical|GW.h|gigawatt-hour|gigawatt_hour gwh
physical|TW.h|terawatt-hour|terawatt_hour twh
physical|J|joule|J
physical|kJ|kilojoule|kj
physical|MJ|megajoule|MJ
physical|cal|calorie|cal
physical|kcal|kilocalorie|kcal
physical|eV|electronvolt|eV electron_volt
physical|keV|kiloelectronvolt|keV
physical|MeV|megaelectronvolt|MeV
physical|GeV|gigaelectronvolt|GeV
physical|TeV|teraelectronvolt|TeV
physical|[Btu]|British thermal unit|BTU Btu
physical|V|volt|V
physical|mV|millivolt|mV
physical|kV|kilovolt|kv
physical|A|ampere|amp amps A
physical|mA|milliampere|mA
physical|A.h|ampere-hour|Ah amp_hour
physical|Ohm|ohm|Ω
physical|N|newton|N
physical|kN|kilonewton|kN
physical|N.m|newton metre|Nm newton_metre newton_meter
physical|Pa|pascal|Pa
physical|kPa|kilopascal|kpa
physical|MPa|megapascal|MPa
physical|GPa|gigapascal|GPa
physical|bar|bar|
physical|mbar|millibar|mbar
physical|atm|atmosphere|atm
physical|[psi]|pound per square inch|psi
physical|[ft_i].[lbf_av]|pound-foot|pound_feet pound_foot lb_ft lbft
physical|T|tesla|
physical|G|gauss|
physical|mol|mole|mol
physical|mol/L|molar|M
physical|mmol/L|millimolar|mM
physical|umol/L|micromolar|µM μM
physical|dB|decibel|db
physical|By|byte|
physical|kBy|kilobyte|kb KB kB
physical|MBy|megabyte|mb MB
physical|GBy|gigabyte|gb GB
physical|TBy|terabyte|tb TB
physical|KiBy|kibibyte|
physical|MiBy|mebibyte|
physical|GiBy|gibibyte|
physical|bit|bit|
physical|Mbit/s|megabit per second|Mbps mbps
physical|Gbit/s|gigabit per second|Gbps gbps
physical|[mi_i]/h|mile per hour|mph
physical|km/h|kilometre per hour|km/h kph kmh km/hr
physical|m/s|metre per second|m/s
physical|[mi_i]/[gal_us]|mile per gallon|mpg
physical|{revolutions}/min|revolutions per minute|rpm
physical|{beats}/min|beat per minute|bpm
physical|[ppm]|parts-per-million|ppm
physical|[ppb]|parts-per-billion|ppb
physical|[kn_i]|knot|kn
physical|Gy|gray|Gy
physical|Sv|sievert|Sv
physical|mSv|millisievert|mSv
physical|Bq|becquerel|Bq
physical|[pH]|pH|
physical|{pixels}|pixel|px
physical|Mpx|megapixel|mp megapixels
physical|[car_m]|carat|
`

/** Spelling, words joined by «_», hyphens as «_» → unit. Longest first is the reader's business. */
export const unitTable: ReadonlyMap<string, UnitEntry> = read()

function read(): Map<string, UnitEntry> {
  const units = new Map<string, UnitEntry>()
  for (const line of table.trim().split('\n')) {
    const [kind = '', code = '', name = '', spellings = ''] = line.split('|')
    const known = kindOf(kind)
    const entry: UnitEntry = { kind: known, code: known === 'percent' || code === '' ? null : code, name }
    const own = name.replaceAll(/[ -]/g, '_')
    for (const spelling of [own, ...spellings.split(' ')]) {
      if (spelling === '') continue
      if (!units.has(spelling)) units.set(spelling, entry)
      const last = spelling.slice(spelling.lastIndexOf('_') + 1)
      if (last.length > 2 && !last.endsWith('s') && !units.has(`${spelling}s`))
        units.set(`${spelling}s`, entry)
    }
  }
  return units
}

function kindOf(kind: string): UnitEntry['kind'] {
  switch (kind) {
    case 'percent':
    case 'percentagePoint':
    case 'basisPoint':
    case 'physical':
    case 'time':
      return kind
    default:
      return 'other'
  }
}

/** Most words one spelling has. */
export const longestUnit = 3

/** UCUM code → the first unit of the table that has it. */
export const unitByCode: ReadonlyMap<string, UnitEntry> = new Map(
  [...unitTable.values()]
    .flatMap((entry): [string, UnitEntry][] => (entry.code === null ? [] : [[entry.code, entry]]))
    .toReversed(),
)
