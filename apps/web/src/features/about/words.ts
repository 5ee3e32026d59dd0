import type { MetaView } from '@onrecord/schema'
import { numberWords } from '../../lib/number.ts'

type Overview = MetaView['overview']

export const words = {
  title: 'About',
  description:
    'What this database holds, how a quote gets in, what is not covered, and how to report a mistake.',
  lead: 'Onrecord keeps what people said in articles: the words, who said them, where they stand and on whose word we have them.',
  figuresTitle: 'What it holds',
  figures: (overview: Overview) => [
    { name: 'Quotes', value: numberWords(overview.quotes) },
    { name: 'Speakers', value: numberWords(overview.speakers) },
    { name: 'Articles', value: numberWords(overview.sources) },
    { name: 'Outlets', value: numberWords(overview.publishers) },
    { name: 'Statistics', value: numberWords(overview.statistics) },
    {
      name: 'Quotes verified by an editor',
      value: `${numberWords(overview.verified)} of ${numberWords(overview.quotes)}${share(overview)}`,
    },
  ],
  sample: (sources: number) =>
    sources === 1
      ? 'The one article here is the sample that comes with the software.'
      : 'One of these articles is the sample that comes with the software.',
  sections: [
    {
      id: 'how',
      title: 'How a quote gets in',
      paragraphs: [
        'An article is read and its text is kept as captured, never altered. A program with fixed rules then looks for quotes, for the words that say who speaks, and for figures. Every quote keeps its exact place in the text, the name of the rule that found it and the words it rests on, so that you can judge for yourself.',
        'A quote found so is “Not yet checked”. It becomes “Verified” only when an editor has compared it with the article, and “Disputed” when there is a reason to doubt it. Quotes not yet checked are shown, but search engines are asked to leave them out.',
        'We report what was said and who reported it. We do not judge whether it is true.',
      ],
    },
    {
      id: 'kinds',
      title: 'Kinds of quotes',
      paragraphs: [
        'A direct quote stands wholly in quotation marks. A partly quoted one mixes the speaker’s words with the article’s own. A reported one gives the sense in the article’s words, and is never shown in quotation marks. Words put in quotation marks to keep a distance from them are kept apart, as terms.',
        'Numbers are kept as said, with a normalised value beside them. Two speakers under one name, or one speaker under two, are joined only by a recorded judgement, which can be undone.',
      ],
    },
    {
      id: 'limits',
      title: 'What is not covered',
      paragraphs: [
        'Only articles that whoever runs this site has added. Words that were spoken but not printed, pictures and captions read out in video are not here. The rules are made for English; in other languages less is found. A program makes mistakes: it can take the wrong person for the speaker or miss a quote. That is why each one shows where it stands.',
      ],
    },
    {
      id: 'mistakes',
      title: 'How to report a mistake',
      paragraphs: [
        'This copy of Onrecord names no contact, and there is no form here. If you know who runs it, write to them with the address of the quote, its permalink, and what is wrong: the person, the words, or something else.',
        'If you do not, compare the quote with the article it links to and rely on that: the captured text is shown as it was, and a quote that no editor has checked says so. Nothing is removed without a trace: a quote that is withdrawn keeps its address, with the reason.',
      ],
    },
    {
      id: 'use',
      title: 'Using what is here',
      paragraphs: [
        'Each quote can be cited with its captured version, as text, BibTeX, CSL-JSON or JSON-LD. Search, speakers, quotes, articles and statistics are also there for programs: add .json to the address of the page.',
        'The words belong to those who said them and the articles to their publishers. The software is free, under the Apache licence 2.0.',
      ],
    },
  ],
  version: (version: string) => `Schema version ${version}.`,
}

function share({ quotes, verified }: Overview): string {
  return quotes === 0 ? '' : ` (${Math.round((verified / quotes) * 100)}%)`
}
