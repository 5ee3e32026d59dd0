import { expect, test } from 'vitest'
import { atWords } from './text-fragment.ts'

test('a short passage stands whole in the address, a long one by its ends', () => {
  expect(atWords('https://gazette.example/a#top', 'a step-by-step plan')).toBe(
    'https://gazette.example/a#:~:text=a%20step%2Dby%2Dstep%20plan',
  )
  const long = Array.from({ length: 20 }, (_, index) => `w${index}`).join(' ')
  expect(atWords('https://gazette.example/a', long)).toBe(
    'https://gazette.example/a#:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19',
  )
})
