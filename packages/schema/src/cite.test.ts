import { expect, test } from 'vitest'
import {
  citeBibtex,
  citeCsl,
  citeJsonLd,
  citeText,
  escapeBibtex,
  observationOf,
  quotationOf,
} from './cite.ts'
import { entriesOf } from './testing/bibtex.ts'
import { examples } from './examples.ts'

const place = {
  permalink: 'https://quotes.example/quotes/quo_1',
  captured: 'https://quotes.example/sources/src_1?v=1',
}
const [direct, mixed, indirect, cited] = examples.quoteView
if (!direct || !mixed || !indirect || !cited) throw new RangeError('four quotes are needed')

test('plain text has speaker, date said, words, source, published, captured version and permalink', () => {
  expect(citeText(direct, place)).toBe(
    'Ana Vidal Roche (12 March 2026). “The ferry fares, will not rise this year.” Quoted in “Minister rules out ferry fare rise”, The Harbour Gazette, published 12 March 2026. Version 1, captured 12 March 2026, 09:14 UTC: https://quotes.example/sources/src_1?v=1 https://quotes.example/quotes/quo_1',
  )
})

test('marks stand around what the source has between marks, and nowhere else', () => {
  expect(citeText(mixed, place)).toContain(', partly quoted: the operators’ request “a step too far”. Quoted')
  expect(citeText(indirect, place)).toContain(
    '(reported 12 March 2026), reported, not verbatim: talks would go on in May. Quoted in “Minister',
  )
})

test('marks that a part holds already are not put again, and one left open is closed', () => {
  const [occurrence] = mixed.occurrences
  const [inner] = occurrence?.verbatim ?? []
  if (!occurrence || !inner) throw new RangeError('verbatim words are needed')
  const { start: offset, text } = occurrence.context
  const cite = (from: string, to: string): string => {
    const start = text.indexOf(from) + offset
    const end = text.indexOf(to) + to.length + offset
    const exact = text.slice(start - offset, end - offset)
    const parts = [{ ...inner, start, end, exact }]
    return citeText({ ...mixed, text: exact, occurrences: [{ ...occurrence, parts }] }, place)
  }
  expect(cite('the operators’', 'too far”')).toContain(': the operators’ request “a step too far”. Quoted')
  expect(cite('the operators’', 'too far')).toContain(': the operators’ request “a step too far”. Quoted')
  expect(cite('a step', 'too far” and said')).toContain(': “a step too far” and said. Quoted')
})

test('a status that is not verified is named, and a denial', () => {
  expect(citeText(direct, place)).not.toContain('[')
  expect(citeText({ ...direct, status: 'unchecked' }, place)).toMatch(/ \[Not yet checked\]$/)
  expect(citeText({ ...direct, status: 'disputed' }, place)).toMatch(/ \[Disputed\]$/)
  expect(citeText({ ...direct, denied: true }, place)).toMatch(
    /^Ana Vidal Roche \(12 March 2026\), denied by the speaker: “The ferry/,
  )
  expect(citeBibtex({ ...direct, status: 'disputed' }, place)).toContain('Disputed')
  expect(citeCsl({ ...direct, status: 'unchecked' }, place).note).toContain('Not yet checked')
})

test('a date said that is not known is never made up', () => {
  const undated = { ...direct, saidAt: null }
  expect(citeText(undated, place)).toMatch(/^Ana Vidal Roche \(reported 12 March 2026\)\./)
  expect(citeCsl(undated, place)).not.toHaveProperty('event-date')
  expect(citeBibtex(undated, place)).toContain('Date said not known')
  const never = { ...undated, source: { ...undated.source, publishedAt: null } }
  expect(citeText(never, place)).toMatch(/^Ana Vidal Roche \(n\.d\.\)\./)
  expect(citeText(never, place)).toContain('The Harbour Gazette, date not known.')
  expect(citeBibtex(never, place)).not.toContain('year =')
})

test('dates are as precise as they are known', () => {
  expect(citeText({ ...direct, saidAt: '2026-03' }, place)).toContain('(March 2026)')
  expect(citeText({ ...direct, saidAt: '2026' }, place)).toContain('(2026)')
  expect(citeText({ ...direct, saidAt: '2026-03-12T23:30:00.000Z' }, place)).toContain('(12 March 2026)')
  expect(citeCsl({ ...direct, saidAt: '2026-03' }, place)['event-date']).toEqual({
    'date-parts': [[2026, 3]],
  })
})

test('both speakers of a quote inside a quote are named, and through whom it came', () => {
  const told = { ...direct, within: { id: mixed.id, speaker: cited.speaker } }
  expect(citeText(told, place)).toMatch(/^Ana Vidal Roche, as told by Harbour Council \(/)
  const itself = { ...direct, within: { id: mixed.id, speaker: direct.speaker } }
  expect(citeText(itself, place)).toMatch(/^Ana Vidal Roche \(/)
  expect(citeText({ ...direct, speaker: null }, place)).toMatch(/^Speaker not established \(/)
  const through = direct.occurrences.map((occurrence) => ({
    ...occurrence,
    attribution: occurrence.attribution && { ...occurrence.attribution, via: 'spokesperson' as const },
  }))
  expect(citeText({ ...direct, occurrences: through }, place)).toMatch(
    /^Ana Vidal Roche, through a spokesperson \(/,
  )
})

test('the document the words are taken from is named', () => {
  expect(citeText(cited, place)).toContain('Taken there from “2025 fares report”.')
})

test('without a captured copy no address of one is given', () => {
  expect(citeText(direct, { ...place, captured: null })).toMatch(
    /captured 12 March 2026, 09:14 UTC\. https:\/\/quotes\.example\/quotes\/quo_1$/,
  )
})

test('BibTeX is one entry, each value braced', () => {
  const text = citeBibtex(direct, place)
  const entries = entriesOf(text)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ type: 'misc', key: direct.id })
  expect(entries[0]?.fields).toMatchObject({
    author: '{Ana Vidal Roche}',
    title: '{“The ferry fares, will not rise this year.”}',
    year: '2026',
    month: 'mar',
    url: place.permalink,
    urldate: '2026-03-12',
  })
})

test('BibTeX stays one entry whatever the words hold', () => {
  const nasty = String.raw`50% of {x}, } or { "a_b" & #1 \ ~ ^ $5 <y> | @misc{z,` + '\n\u0000end'
  const entries = entriesOf(
    citeBibtex(
      {
        ...direct,
        text: nasty,
        source: { ...direct.source, title: nasty, publisher: nasty },
        speaker: direct.speaker && { ...direct.speaker, name: nasty },
      },
      { permalink: 'https://quotes.example/q?a={b}&c=%20#d_e', captured: 'https://quotes.example/}' },
    ),
  )
  expect(entries).toHaveLength(1)
  expect(entries[0]?.fields['url']).toBe('https://quotes.example/q?a=%7Bb%7D&c=%20#d_e')
  expect(entries[0]?.fields['note']).toContain(String.raw`\url{https://quotes.example/%7D}`)
})

test('BibTeX escapes each character of its own', () => {
  expect(escapeBibtex(String.raw`\{}$&#%_^~<>|"`)).toBe(
    String.raw`\textbackslash{}\textbraceleft{}\textbraceright{}\$\&\#\%\_\textasciicircum{}\textasciitilde{}\textless{}\textgreater{}\textbar{}\textquotedbl{}`,
  )
  expect(escapeBibtex('Wałęsa’s “Đặng”\t—\n x')).toBe('Wałęsa’s “Đặng” — x')
})

test('CSL-JSON has the speaker as author and the source as container', () => {
  expect(citeCsl(direct, place)).toEqual({
    id: direct.id,
    type: 'article-newspaper',
    title: '“The ferry fares, will not rise this year.”',
    author: [{ literal: 'Ana Vidal Roche' }],
    'container-title': 'Minister rules out ferry fare rise',
    publisher: 'The Harbour Gazette',
    issued: { 'date-parts': [[2026, 3, 12]] },
    'event-date': { 'date-parts': [[2026, 3, 12]] },
    accessed: { 'date-parts': [[2026, 3, 12]] },
    version: '1',
    URL: place.permalink,
    language: 'en',
    archive_location: place.captured,
    note: 'Quoted in “Minister rules out ferry fare rise”, The Harbour Gazette, published 12 March 2026. Version 1, captured 12 March 2026, 09:14 UTC.',
  })
})

test('JSON-LD is a Quotation with the very words, of verified and disputed quotes alone', () => {
  const speaker = { '@type': 'Person', name: 'Ana Vidal Roche' }
  expect(citeJsonLd(direct, place)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Quotation',
    '@id': place.permalink,
    url: place.permalink,
    text: direct.text,
    inLanguage: 'en',
    creator: speaker,
    spokenByCharacter: speaker,
    dateCreated: '2026-03-12',
    isPartOf: {
      '@type': 'NewsArticle',
      name: 'Minister rules out ferry fare rise',
      url: 'https://gazette.example/ferry-fares',
      datePublished: '2026-03-12',
      publisher: { '@type': 'Organization', name: 'The Harbour Gazette' },
      archivedAt: place.captured,
    },
  })
  expect(quotationOf({ ...direct, status: 'disputed' }, place.permalink)).toMatchObject({
    creativeWorkStatus: 'Disputed',
  })
  for (const status of ['unchecked', 'rejected', 'withdrawn'] as const) {
    expect(quotationOf({ ...direct, status }, place.permalink)).toBeNull()
  }
  expect(quotationOf({ ...direct, denied: true }, place.permalink)).toBeNull()
  const unnamed = direct.speaker && { ...direct.speaker, kind: 'unnamed' as const }
  expect(quotationOf({ ...direct, speaker: unnamed }, place.permalink)).not.toHaveProperty('creator')
})

test('a statistic is an Observation, of verified and disputed ones alone', () => {
  const [asked, passengers] = examples.statisticView
  if (!asked || !passengers) throw new RangeError('two statistics are needed')
  expect(observationOf(passengers, 'https://quotes.example/statistics/1')).toBeNull()
  expect(observationOf({ ...passengers, review: 'verified' }, 'https://quotes.example/statistics/1')).toEqual(
    {
      '@context': 'https://schema.org',
      '@type': 'Observation',
      '@id': 'https://quotes.example/statistics/1',
      url: 'https://quotes.example/statistics/1',
      name: 'about 1.2 million people',
      variableMeasured: 'took a ferry',
      observationDate: '2025',
      observationPeriod: 'P1Y',
      value: 1_200_000,
      unitText: 'people',
      measurementQualifier: 'about',
      subjectOf: {
        '@type': 'NewsArticle',
        name: 'Minister rules out ferry fare rise',
        url: 'https://gazette.example/ferry-fares',
        datePublished: '2026-03-12',
        publisher: { '@type': 'Organization', name: 'The Harbour Gazette' },
      },
    },
  )
  expect(
    observationOf({ ...asked, review: 'disputed', place: 'Northport', placeCode: null }, 'urn:x'),
  ).toMatchObject({
    unitCode: 'P1',
    unitText: 'percent',
    observationAbout: { '@type': 'Place', name: 'Northport' },
    disambiguatingDescription: 'Disputed',
  })
  expect(observationOf({ ...asked, review: 'verified', unread: 'no number' }, 'urn:x')).toBeNull()
})
