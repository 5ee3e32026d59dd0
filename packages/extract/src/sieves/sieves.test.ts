import { expect, test } from 'vitest'
import { extract } from '../index.ts'

/** kind, words, speaker and rule of each quote. */
function read(text: string): string[] {
  const { quotes, speakers } = extract(text)
  return quotes.map(({ kind, parts, speaker, attribution }) => {
    const words = parts.map(({ start, end }) => text.slice(start, end)).join(' | ')
    return `${attribution.rule}: ${kind} [${words}] ${speaker === null ? '-' : (speakers[speaker]?.name ?? '-')}`
  })
}

const examples: readonly (readonly [string, string, readonly string[]])[] = [
  ['tag', '“The weir is cracked,” said Mara Quill.', ['tag: direct [The weir is cracked,] Mara Quill']],
  [
    'tag',
    '"The weir is cracked," Mara Quill said on Monday.',
    ['tag: direct [The weir is cracked,] Mara Quill'],
  ],
  ['tag', '“Why now?” Quill asked. Mara Quill is an engineer.', ['tag: direct [Why now?] Mara Quill']],
  [
    'tag, split round its cue',
    '“The weir,” Mara Quill said, “is cracked.”',
    ['tag: direct [The weir, | is cracked.] Mara Quill'],
  ],
  [
    'tag, past an apposition',
    '“We were told nothing,” Jon Hale, head of the dockers’ union, told reporters.',
    ['tag: direct [We were told nothing,] Jon Hale'],
  ],
  [
    'mixed tag',
    'The weir is “a danger to the whole town”, Mara Quill said.',
    ['mixed tag: mixed [The weir is “a danger to the whole town”] Mara Quill'],
  ],
  [
    'plain tag',
    'The weir had been repaired twice, the council said.',
    ['plain tag: indirect [The weir had been repaired twice] the council'],
  ],
  [
    'lead-in',
    'Mara Quill said: “The weir is cracked.”',
    ['lead-in: direct [The weir is cracked.] Mara Quill'],
  ],
  [
    'lead-in',
    "Mara Quill said, ''The weir is cracked.''",
    ['lead-in: direct [The weir is cracked.] Mara Quill'],
  ],
  [
    'that',
    'Mara Quill said on Monday that the weir was cracked.',
    ['that: indirect [the weir was cracked] Mara Quill'],
  ],
  [
    'told: the one who is told does not speak',
    'Mara Quill told the Evening Lamp the weir was “just another excuse to sell the river”.',
    ['told: mixed [the weir was “just another excuse to sell the river”] Mara Quill'],
  ],
  [
    'clause',
    'Lindholm Marine said it was leaving the harbour.',
    ['clause: indirect [it was leaving the harbour] Lindholm Marine'],
  ],
  [
    'participle',
    'Mara Quill said the weir was old, adding that it would be rebuilt.',
    [
      'clause: indirect [the weir was old] Mara Quill',
      'participle: indirect [it would be rebuilt] Mara Quill',
    ],
  ],
  [
    'according to',
    'According to the Harbour Board, the weir is safe.',
    ['according to: indirect [the weir is safe] Harbour Board'],
  ],
  [
    'according to',
    'The weir, according to Mara Quill, is safe.',
    ['according to: indirect [The weir | is safe] Mara Quill'],
  ],
  [
    'called',
    'Mara Quill called the plan “a gift to nobody at all”.',
    ['called: mixed [the plan “a gift to nobody at all”] Mara Quill'],
  ],
  ['denial', 'Mara Quill denied writing the letter.', ['denial: indirect [writing the letter] Mara Quill']],
  ['colon', 'Mara Quill: “The weir is cracked.”', ['colon: direct [The weir is cracked.] Mara Quill']],
  [
    'signature',
    '“The weir is cracked.” — Mara Quill',
    ['signature: direct [The weir is cracked.] Mara Quill'],
  ],
  [
    'beat',
    'Mara Quill stood up. “When they came” — she points at the gate — “we were all asleep.”',
    ['beat: direct [When they came | we were all asleep.] Mara Quill'],
  ],
  [
    'goes on',
    '“The weir is cracked,” said Mara Quill. “Nobody has looked at it for years.”',
    [
      'tag: direct [The weir is cracked,] Mara Quill',
      'goes on: direct [Nobody has looked at it for years.] Mara Quill',
    ],
  ],
  [
    'block',
    'Mara Quill, head of works, said:\n\n> The weir is cracked.\n\nThe river rose.',
    ['block: direct [The weir is cracked.] Mara Quill'],
  ],
  [
    'reopened paragraphs are one quote',
    'Mara Quill said: “The weir is cracked.\n\n“It will not last.”',
    ['lead-in: direct [The weir is cracked. | It will not last.] Mara Quill'],
  ],
  [
    'turn',
    'MS QUILL: Is it cracked?\n\nMR HALE: It is.\n\nMS QUILL: Since when?',
    ['turn: direct [Is it cracked?] Quill', 'turn: direct [It is.] Hale', 'turn: direct [Since when?] Quill'],
  ],
  ['term', 'The “shovel-ready” scheme was dropped.', ['term: term [shovel-ready] -']],
  ['nothing', 'The voters’ choice didn’t surprise the workers’ unions.', []],
  [
    'called: the verb after an apposition wins over the one inside it',
    'Dr. Ines Vale, a naval architect at Lowton University who advised on the design, called the order "the boldest bet on the river."',
    ['called: mixed [the order "the boldest bet on the river."] Ines Vale'],
  ],
  [
    'clause: quoted words that finish it are no term',
    'Mara Quill said the offer was “fair, funded and final”.',
    ['clause: mixed [the offer was “fair, funded and final”] Mara Quill'],
  ],
  [
    'clause: after a passive',
    'Mara Quill said the crews would be retrained "ship by ship."',
    ['clause: mixed [the crews would be retrained "ship by ship."] Mara Quill'],
  ],
  [
    'clause: a term inside it and at its end',
    'Mara Quill said its “green lanes” were known as “the lamps”.',
    [
      'clause: indirect [its “green lanes” were known as “the lamps”] Mara Quill',
      'term: term [green lanes] Mara Quill',
      'term: term [the lamps] Mara Quill',
    ],
  ],
  ['tag: the same words once', '“a five,” said Ana Vidal.', ['tag: direct [a five,] Ana Vidal']],
  [
    'tag: a lone surrogate',
    '\ud800 “Half a pair,” said Ana Vidal.',
    ['tag: direct [Half a pair,] Ana Vidal'],
  ],
  [
    'turn: stage directions are cut, what cannot be heard is not',
    'Jon Hale: [laughs] We will.\n\nMara Quill: [inaudible] No. [Pause] Never.\n\nJon Hale: [The council] will.',
    [
      'turn: direct [We will.] Jon Hale',
      'turn: direct [[inaudible] No. | Never.] Mara Quill',
      'turn: direct [[The council] will.] Jon Hale',
    ],
  ],
]

test.each(examples)('%s: %s', (_rule, text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('a capital that speaks is its government, and its paper speaks for it', () => {
  const text =
    'Sweden defended its plan in a white paper on Monday. Stockholm said the plan was “fair to everybody in the north”. The paper said costs had fallen.'
  const { quotes, speakers, sources } = extract(text)
  expect(
    quotes.map(({ speaker, source }) => [speakers[speaker ?? -1]?.name, sources[source ?? -1]?.name]),
  ).toEqual([
    ['Government of Sweden', undefined],
    ['Government of Sweden', 'paper'],
  ])
})

test('roles and organisations go to affiliations, not into the name', () => {
  const { speakers } = extract('Dr Ines Vale, chief engineer at Lowton Water, said the weir was safe.')
  expect(speakers).toMatchObject([
    {
      kind: 'person',
      name: 'Ines Vale',
      affiliations: [{ role: 'chief engineer', organization: 'Lowton Water' }],
    },
  ])
})

test('a pronoun that could be either of two is left open', () => {
  const { quotes } = extract(
    'Ms Quill and her deputy, Anna Hale, toured the works. She said the lease was signed.',
  )
  expect(quotes.map(({ speaker, mention }) => [speaker, mention?.kind])).toEqual([[null, 'pronoun']])
})

test.each([
  [
    'de',
    '„Das Wehr ist gerissen und hält nicht mehr“, sagte Mara Quill. Sie ist die Leiterin der Werke und kennt das Wehr.',
    'Mara Quill',
    'Das Wehr ist gerissen und hält nicht mehr',
  ],
  [
    'fr',
    'La directrice est au bord de la rivière avec les ouvriers. « Le barrage est fendu », dit Mara Quill.',
    'Mara Quill',
    'Le barrage est fendu',
  ],
])('in another language (%s) quotations are found by marks and place', (code, text, name, words) => {
  const { language, quotes, speakers } = extract(text)
  expect(language).toBe(code)
  expect(
    quotes.map(({ parts, speaker }) => [
      text.slice(parts[0]?.start, parts[0]?.end),
      speakers[speaker ?? -1]?.name,
    ]),
  ).toEqual([[words, name]])
  expect(quotes[0]?.attribution.score).toBeLessThanOrEqual(0.5)
})

test('a denial says so', () => {
  const { quotes } = extract('Mara Quill denied that she had written it.')
  expect(quotes[0]?.cue?.stance).toBe('denying')
})

test('what is told inside a quote points at it', () => {
  const text =
    '“Then a man from the board said, ‘Leave it to us and go home.’ I have never forgotten it,” Mara Quill said.'
  const { quotes, speakers } = extract(text)
  expect(quotes.map(({ nestedIn, speaker }) => [nestedIn, speakers[speaker ?? -1]?.name])).toEqual([
    [null, 'Mara Quill'],
    [0, 'a man from the board'],
  ])
})

test('a denial of something named elsewhere is worth little', () => {
  const { quotes } = extract('The accusations were denied by Mara Quill. She denied taking the money.')
  expect(quotes.map(({ attribution }) => attribution.score < 0.5)).toEqual([true, false])
})
