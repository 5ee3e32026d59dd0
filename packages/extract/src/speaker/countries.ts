/** Country, its capital, what belongs to it: data about the world, so that a capital that speaks is its government. */
const rows =
  'Afghanistan|Kabul|Afghan;Albania|Tirana|Albanian;Algeria|Algiers|Algerian;Angola|Luanda|Angolan;Argentina|Buenos Aires|Argentine;Armenia|Yerevan|Armenian;Australia|Canberra|Australian;Austria|Vienna|Austrian;Azerbaijan|Baku|Azerbaijani;Bahrain|Manama|Bahraini;Bangladesh|Dhaka|Bangladeshi;Belarus|Minsk|Belarusian;Belgium|Brussels|Belgian;Bolivia|La Paz|Bolivian;Bosnia|Sarajevo|Bosnian;Botswana|Gaborone|Botswanan;Brazil|Brasília|Brazilian;Bulgaria|Sofia|Bulgarian;Cambodia|Phnom Penh|Cambodian;Cameroon|Yaoundé|Cameroonian;Canada|Ottawa|Canadian;Chad|N’Djamena|Chadian;Chile|Santiago|Chilean;China|Beijing|Chinese;Colombia|Bogotá|Colombian;Croatia|Zagreb|Croatian;Cuba|Havana|Cuban;Cyprus|Nicosia|Cypriot;Denmark|Copenhagen|Danish;Ecuador|Quito|Ecuadorian;Egypt|Cairo|Egyptian;Estonia|Tallinn|Estonian;Ethiopia|Addis Ababa|Ethiopian;Finland|Helsinki|Finnish;France|Paris|French;Georgia|Tbilisi|Georgian;Germany|Berlin|German;Ghana|Accra|Ghanaian;Greece|Athens|Greek;Guatemala|Guatemala City|Guatemalan;Haiti|Port-au-Prince|Haitian;Honduras|Tegucigalpa|Honduran;Hungary|Budapest|Hungarian;Iceland|Reykjavik|Icelandic;India|New Delhi|Indian;Indonesia|Jakarta|Indonesian;Iran|Tehran|Iranian;Iraq|Baghdad|Iraqi;Ireland|Dublin|Irish;Israel|Jerusalem|Israeli;Italy|Rome|Italian;Jamaica|Kingston|Jamaican;Japan|Tokyo|Japanese;Jordan|Amman|Jordanian;Kazakhstan|Astana|Kazakh;Kenya|Nairobi|Kenyan;Kuwait|Kuwait City|Kuwaiti;Kyrgyzstan|Bishkek|Kyrgyz;Laos|Vientiane|Lao;Latvia|Riga|Latvian;Lebanon|Beirut|Lebanese;Libya|Tripoli|Libyan;Lithuania|Vilnius|Lithuanian;Malaysia|Kuala Lumpur|Malaysian;Mali|Bamako|Malian;Mexico|Mexico City|Mexican;Moldova|Chișinău|Moldovan;Mongolia|Ulaanbaatar|Mongolian;Morocco|Rabat|Moroccan;Mozambique|Maputo|Mozambican;Myanmar|Naypyidaw|Burmese;Nepal|Kathmandu|Nepali;Netherlands|The Hague|Dutch;New Zealand|Wellington|New Zealand;Nicaragua|Managua|Nicaraguan;Niger|Niamey|Nigerien;Nigeria|Abuja|Nigerian;North Korea|Pyongyang|North Korean;Norway|Oslo|Norwegian;Oman|Muscat|Omani;Pakistan|Islamabad|Pakistani;Panama|Panama City|Panamanian;Paraguay|Asunción|Paraguayan;Peru|Lima|Peruvian;Philippines|Manila|Philippine;Poland|Warsaw|Polish;Portugal|Lisbon|Portuguese;Qatar|Doha|Qatari;Romania|Bucharest|Romanian;Russia|Moscow|Russian;Rwanda|Kigali|Rwandan;Saudi Arabia|Riyadh|Saudi;Senegal|Dakar|Senegalese;Serbia|Belgrade|Serbian;Singapore|Singapore|Singaporean;Slovakia|Bratislava|Slovak;Slovenia|Ljubljana|Slovenian;Somalia|Mogadishu|Somali;South Africa|Pretoria|South African;South Korea|Seoul|South Korean;Spain|Madrid|Spanish;Sri Lanka|Colombo|Sri Lankan;Sudan|Khartoum|Sudanese;Sweden|Stockholm|Swedish;Switzerland|Bern|Swiss;Syria|Damascus|Syrian;Taiwan|Taipei|Taiwanese;Tajikistan|Dushanbe|Tajik;Tanzania|Dodoma|Tanzanian;Thailand|Bangkok|Thai;Tunisia|Tunis|Tunisian;Turkey|Ankara|Turkish;Uganda|Kampala|Ugandan;Ukraine|Kyiv|Ukrainian;United Arab Emirates|Abu Dhabi|Emirati;United Kingdom|London|British;United States|Washington|American;Uruguay|Montevideo|Uruguayan;Uzbekistan|Tashkent|Uzbek;Venezuela|Caracas|Venezuelan;Vietnam|Hanoi|Vietnamese;Yemen|Sanaa|Yemeni;Zambia|Lusaka|Zambian;Zimbabwe|Harare|Zimbabwean'
const others =
  'Britain=United Kingdom;UK=United Kingdom;U.K.=United Kingdom;US=United States;U.S.=United States;USA=United States;America=United States;Kiev=Ukraine;Delhi=India;Burma=Myanmar;Türkiye=Turkey;Kremlin=Russia;PRC=China'

const byName = new Map<string, string>()
const byDemonym = new Map<string, string>()
for (const row of rows.split(';')) {
  const [country, capital, demonym] = row.split('|')
  if (country === undefined || capital === undefined || demonym === undefined) continue
  byName.set(country, country)
  if (!byName.has(capital)) byName.set(capital, country)
  byDemonym.set(demonym, country)
}
for (const row of others.split(';')) {
  const [name, country] = row.split('=')
  if (name !== undefined && country !== undefined) byName.set(name, country)
}

/** The country a name or capital stands for, or null. */
export function countryOf(name: string): string | null {
  return byName.get(name) ?? null
}

/** The country an adjective belongs to (Chinese), or null. */
export function countryOfAdjective(word: string): string | null {
  return byDemonym.get(word) ?? null
}
