/** How a verb that reports words is used. */
export type Cue = {
  lemma: string
  reports: 'speech' | 'attitude' | 'act'
  stance: 'neutral' | 'assertive' | 'tentative' | 'denying' | 'questioning'
  /**
   * tag: stands beside a quotation (“…,” she said) and takes a clause; clause: takes a clause (believes that …);
   * that: reports a clause only with «that» or a question word; object: calls its object something (called it “…”).
   */
  use: 'tag' | 'clause' | 'that' | 'object'
}
export type CueForm = Cue & { form: 'base' | 's' | 'past' | 'participle' | 'ing' }

type Group = Omit<Cue, 'lemma'> & { lemmas: string }

const groups: readonly Group[] = [
  {
    reports: 'speech',
    stance: 'neutral',
    use: 'tag',
    lemmas:
      'say tell add write state report announce note remark observe comment reply respond answer continue ' +
      'conclude explain recall recount tweet post read testify mention quip joke muse reflect begin repeat reiterate ' +
      'elaborate summarise summarize interject intone retort rejoin counter relate narrate reveal disclose confide volunteer text email advise inform remind ' +
      'proclaim declare pronounce',
  },
  {
    reports: 'speech',
    stance: 'assertive',
    use: 'tag',
    lemmas:
      'insist argue assert stress emphasise emphasize maintain contend affirm confirm vow pledge promise swear warn ' +
      'caution predict forecast urge demand order declaim exclaim shout yell cry scream bellow roar snap thunder complain lament protest ' +
      'acknowledge admit concede agree boast brag rave gush fume charge accuse scoff sneer mock tease chide chant murmur mutter ' +
      'whisper sigh laugh chuckle grumble implore plead beg instruct underline underscore decree conjecture theorise theorize opine',
  },
  {
    reports: 'speech',
    stance: 'tentative',
    use: 'tag',
    lemmas:
      'suggest claim allege hint speculate estimate imply guess surmise posit propose offer venture reckon figure hypothesise hypothesize calculate',
  },
  { reports: 'speech', stance: 'questioning', use: 'tag', lemmas: 'ask wonder inquire enquire query' },
  {
    reports: 'speech',
    stance: 'denying',
    use: 'clause',
    lemmas: 'deny dispute reject refute dismiss disavow',
  },
  {
    reports: 'attitude',
    stance: 'neutral',
    use: 'clause',
    lemmas:
      'think believe feel know understand expect hope fear worry wish want realise realize assume recognise recognize consider prefer regret anticipate love hate',
  },
  { reports: 'attitude', stance: 'questioning', use: 'clause', lemmas: 'doubt question' },
  {
    reports: 'speech',
    stance: 'neutral',
    use: 'object',
    lemmas:
      'call describe label brand dub characterise characterize portray denounce criticise criticize praise blast decry hail condemn slam blame depict ridicule deride tout cite quote put',
  },
  {
    reports: 'act',
    stance: 'neutral',
    use: 'that',
    lemmas:
      'show find indicate rule hold decide determine prove demonstrate signal learn discover hear see mean project recommend require warrant pretend ensure',
  },
]

/** lemma → past, participle */
const irregular: Record<string, readonly [string, string]> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  read: ['read', 'read'],
  begin: ['began', 'begun'],
  swear: ['swore', 'sworn'],
  think: ['thought', 'thought'],
  feel: ['felt', 'felt'],
  know: ['knew', 'known'],
  understand: ['understood', 'understood'],
  show: ['showed', 'shown'],
  find: ['found', 'found'],
  hold: ['held', 'held'],
  hear: ['heard', 'heard'],
  see: ['saw', 'seen'],
  mean: ['meant', 'meant'],
  put: ['put', 'put'],
  forecast: ['forecast', 'forecast'],
}
const doubling = new Set(['quip', 'snap', 'brag', 'beg', 'slam', 'dub', 'admit', 'regret', 'chat', 'prefer'])

function inflect(lemma: string): readonly (readonly [string, CueForm['form']])[] {
  const stem = lemma.endsWith('e')
    ? lemma.slice(0, -1)
    : doubling.has(lemma)
      ? lemma + lemma.slice(-1)
      : lemma
  const consonantY = /[^aeiou]y$/.test(lemma)
  const s = consonantY
    ? `${lemma.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|z)$/.test(lemma)
      ? `${lemma}es`
      : `${lemma}s`
  const regular = consonantY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`
  const [past, participle] = irregular[lemma] ?? [regular, regular]
  return [
    [lemma, 'base'],
    [s, 's'],
    [participle, 'participle'],
    [past, 'past'],
    [`${stem}ing`, 'ing'],
  ]
}

const forms = new Map<string, CueForm>()
for (const { lemmas, ...group } of groups)
  for (const lemma of lemmas.split(' '))
    for (const [form, name] of inflect(lemma))
      if (!forms.has(form) || name === 'past') forms.set(form, { ...group, lemma, form: name })

/** The cue a word in lower case is a form of, or null. */
export function cueOf(lower: string): CueForm | null {
  return forms.get(lower) ?? null
}

/** Whether a word stands beside quotations: said, asks, wrote. */
export function isSpeechWord(lower: string): boolean {
  return forms.get(lower)?.use === 'tag'
}
