import { expect, test } from 'vitest'
import { extract } from '../index.ts'

/** Kind and name of whoever speaks, in order of the quotes; null where nobody is named. */
function speakersOf(text: string): (string | null)[] {
  const { quotes, speakers } = extract(text)
  return quotes.map(({ speaker }) => {
    const found = speaker === null ? undefined : speakers[speaker]
    return found ? `${found.kind} ${found.name}` : null
  })
}

const heading = 'Hearing on the weir\n\nDr. Ines Vale-Okoro, hydrologist\nJon Hale, farmer\n\n'

test.each([
  [
    'a word that opens somebody’s words is no part of a name, and the reporter’s full name wins',
    'Osric Quill owns the weir.\n\n“If Mr Quill thinks we will go, he is wrong,” said Ann Marrow.\n\nQuill replied: “My door is open.”',
    ['person Ann Marrow', 'person Osric Quill'],
  ],
  [
    'a day before a name is no part of it',
    'At the weekend Jon Hale left. On Sunday Hale said he was tired.',
    ['person Jon Hale'],
  ],
  [
    'a label with a hyphen finds its full name, and a part that is played is nobody’s name',
    `${heading}MODERATOR: Shall we?\n\nVALE-OKORO: We will.\n\nHALE: No.\n\nAUDIENCE MEMBER: Why?\n\nVALE-OKORO: Because.`,
    [
      'unnamed MODERATOR',
      'person Ines Vale-Okoro',
      'person Jon Hale',
      'unnamed AUDIENCE MEMBER',
      'person Ines Vale-Okoro',
    ],
  ],
  [
    'a part written in small letters is a label too',
    'Jon Hale: Yes.\n\nAudience member: Why?\n\nJon Hale: Because.',
    ['person Jon Hale', 'unnamed Audience member', 'person Jon Hale'],
  ],
  [
    'a company is no person, and its short name and «the company» are the same one',
    'Lowton Ferries said its boats were new. Lowton said fares would rise. The company said it was sorry.',
    ['organization Lowton Ferries', 'organization Lowton Ferries', 'organization Lowton Ferries'],
  ],
  [
    'an adverb that opens a name',
    'Long Beach Partners said it would stay.',
    ['organization Long Beach Partners'],
  ],
  ['plc behind a name', 'Lowton Mills plc said it would close.', ['organization Lowton Mills']],
  [
    'a body by what is put beside its name',
    'Halcyon Reach, a shipping firm, said it would sue.',
    ['organization Halcyon Reach'],
  ],
  [
    'letters behind a name are no part of it',
    'Ann Marrow KC told the jury that the weir was old. Ms Marrow said it had cracked.',
    ['person Ann Marrow', 'person Ann Marrow'],
  ],
  [
    'of two in a sentence a title decides who she is',
    'Asked by Felix Oduya, Mrs Doreen Pask shook her head. She insisted: “He said so.”',
    ['person Doreen Pask'],
  ],
  [
    'who listens does not speak',
    'The builder “never meant to lay a single brick”, a court heard on Tuesday.',
    [null],
  ],
  [
    'he in somebody’s own turn is another',
    'Jon Hale: Well?\n\nAnn Marrow: He said that the weir was old.\n\nJon Hale: No.',
    ['person Jon Hale', 'person Ann Marrow', null, 'person Jon Hale'],
  ],
])('%s', (_what, text, expected) => {
  expect(speakersOf(text)).toEqual(expected)
})

test('a role stands before a name or behind it', () => {
  const { speakers } = extract(
    'Its managing director, Jon Hale, said it was old. “No,” said Ann Marrow, Chief Executive of Lowton Ferries.',
  )
  expect(speakers).toMatchObject([
    { name: 'Jon Hale', affiliations: [{ role: 'managing director', organization: null }] },
    { name: 'Ann Marrow', affiliations: [{ role: 'Chief Executive', organization: 'Lowton Ferries' }] },
  ])
})

test('an age is no role and a street no employer', () => {
  const { speakers } = extract('Jon Hale, 44, of Brack Lane, Lowton, said he was sorry.')
  expect(speakers).toMatchObject([{ name: 'Jon Hale', affiliations: [] }])
})
