import { expect, test } from 'vitest'
import { extract } from './index.ts'

test('the example of the README answers what the README says', () => {
  const text = '“The weir is cracked,” said Mara Quill. The council denied that it knew.'
  const { quotes, speakers } = extract(text)
  expect(
    quotes.map(({ kind, parts, speaker, cue, attribution }) => ({
      words: parts.map(({ start, end }) => text.slice(start, end)),
      kind,
      speaker: speaker === null ? null : speakers[speaker]?.name,
      stance: cue?.stance,
      rule: attribution.rule,
    })),
  ).toEqual([
    {
      words: ['The weir is cracked,'],
      kind: 'direct',
      speaker: 'Mara Quill',
      stance: 'neutral',
      rule: 'tag',
    },
    { words: ['it knew'], kind: 'indirect', speaker: 'The council', stance: 'denying', rule: 'that' },
  ])
})
