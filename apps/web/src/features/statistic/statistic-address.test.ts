import { expect, test } from 'vitest'
import { isUnfiltered, statisticAddress, statisticStateOf } from './statistic-address.ts'

const stateOf = (query: string) => statisticStateOf(new URLSearchParams(query))

test('an address is read and written again with its keys in order', () => {
  const address =
    '/statistics?from=2023&measure=ferry.1&place=port+elden&q=fares&sort=-value&source=src_1&speaker=ana&status=verified&to=2024-05&unit=currency%3Agbp'
  const { query } = stateOf(address.split('?')[1] ?? '')
  expect(statisticAddress(query)).toBe(address)
  expect(isUnfiltered(query)).toBe(false)
})

test('what does not fit is passed over', () => {
  const { query, cursor } = stateOf('from=2024-13&to=soon&sort=best&status=good&place=&unit=+&cursor=')
  expect(statisticAddress(query, cursor)).toBe('/statistics')
  expect(isUnfiltered(query)).toBe(true)
})
