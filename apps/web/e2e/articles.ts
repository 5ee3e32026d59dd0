/** An article as a line of JSON Lines. */
type Article = {
  id: string
  title: string
  text: string
  publisher: string
  publishedAt?: string
  url?: string
  rights?: string
}

const minister = 'Ana Vidal Roche, the harbour minister,'
const outlets = ['The Harbour Gazette', 'Coast Wire', 'North Post'] as const

/** Two years of invented news about one invented ferry: enough of it for a second page of results. */
function ferryNews(): Article[] {
  return Array.from({ length: 26 }, (_, index) => {
    const year = 2023 + Math.floor(index / 8)
    const month = String((index % 8) + 1).padStart(2, '0')
    const round = index + 1
    return {
      id: `ferry-${round}`,
      title: `Ferry talks, round ${round}`,
      publisher: outlets[index % outlets.length] ?? outlets[0],
      publishedAt: `${year}-${month}-12`,
      url: `https://gazette.example/ferry-talks/${round}`,
      text: [
        `The council met for ${round + 1} hours on Thursday.`,
        `“The ferry fares of round ${round} will not rise before the summer,” ${minister} told reporters.`,
        `Tomas Brekke, who speaks for the operators, said the ferry had carried ${round + 20}% fewer people in ${year - 1}.`,
      ].join('\n\n'),
    }
  })
}

/** Names and words that a reader types without their marks, and a passage written from right to left. */
const others: Article[] = [
  {
    id: 'bridge',
    title: 'Łucja Sørlie on the bridge',
    publisher: 'Coast Wire',
    publishedAt: '2025-03',
    text: 'The bridge will be closed for a month.\n\n“Nobody was asked, and nobody will be,” said Łucja Sørlie, an engineer. She added that the repair would cost about £2.4 million.',
  },
  {
    id: 'hostile',
    title: '<script>alert("title")</script> & other “quotes”',
    publisher: 'North Post',
    text: '“We found <b>bold</b> claims & <script>alert(1)</script> in the minutes,” Piers Wrenfield said on Monday.',
  },
]

/** One thing counted year by year, in which papers do not agree. */
const visitors: Article[] = [
  {
    id: 'visitors-council',
    title: 'Harbour council counts visitors',
    publisher: 'The Harbour Gazette',
    publishedAt: '2025-02-03',
    text: [
      'In 2024, 1.21 million tourists visited Norway, the Harbour Council said.',
      'In 2023, 1.05 million tourists visited Norway, the Harbour Council said.',
      'In 2022, between 800,000 and 900,000 tourists visited Norway, the Harbour Council said.',
    ].join('\n\n'),
  },
  {
    id: 'visitors-operators',
    title: 'Operators count visitors of their own',
    publisher: 'Coast Wire',
    publishedAt: '2025-02-05',
    text: [
      'In 2024, 950,000 tourists visited Norway, the boat operators said.',
      'At least 1.4 million tourists visited Norway in 2021.',
    ].join('\n\n'),
  },
  {
    id: 'visitors-north',
    title: 'A million visitors',
    publisher: 'North Post',
    publishedAt: '2025-02-06',
    text: 'In 2024, 1.2 million tourists visited Norway.',
  },
]

export const articles: readonly Article[] = [...ferryNews(), ...others, ...visitors]
