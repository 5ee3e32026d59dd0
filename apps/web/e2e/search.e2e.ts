import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findBrowser, openPage } from './browser.ts'

const site = inject('site')
let browser: Browser | null = null
beforeAll(async () => {
  browser = await findBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** A page of its own for one test; the test is skipped by name where no browser starts. */
async function open(skip: (note: string) => void, options: Parameters<typeof openPage>[1] = {}) {
  if (browser === null) {
    skip('needs a browser, absent here')
    throw new Error('unreachable')
  }
  return openPage(browser, { baseURL: site, ...options })
}

describe('searching by speaker', () => {
  test('typing “zenz” finds Adrian Zenz, his quotes with his name marked, as it is typed', async ({
    skip,
  }) => {
    const { page, context, faults } = await open(skip)
    await page.goto('/')
    const field = page.getByRole('combobox', { name: 'Search quotes' })
    await field.pressSequentially('zenz', { delay: 40 })
    await page.getByRole('heading', { name: /^\d+ quotes$/ }).waitFor()
    await page.locator('mark.hit', { hasText: 'Zenz' }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Adrian Zenz' }).count()).toBeGreaterThan(1)
    expect(new Set(await page.locator('.quote-speaker').allTextContents())).toEqual(new Set(['Adrian Zenz']))
    expect(await page.locator('#settled').textContent()).toMatch(/^\d+ quotes$/)
    expect(await field.inputValue()).toBe('zenz')
    expect(new URL(page.url()).search).toBe('?q=zenz')
    // Back from what was typed is the page it was typed on.
    await page.goBack()
    await page.getByRole('heading', { name: 'Latest quotes' }).waitFor()
    expect(await field.inputValue()).toBe('')
    expect(faults).toEqual([])
    await context.close()
  })

  test('a suggestion is chosen by keys and becomes a filter that can be taken away', async ({ skip }) => {
    const { page, context } = await open(skip)
    await page.goto('/')
    const field = page.getByRole('combobox', { name: 'Search quotes' })
    await field.fill('summer tomas br')
    await page.getByRole('option', { name: /Tomas Brekke/ }).waitFor()
    await field.press('ArrowDown')
    expect(await page.getByRole('option', { name: /Tomas Brekke/ }).getAttribute('aria-selected')).toBe(
      'true',
    )
    await field.press('Enter')
    await page.getByRole('link', { name: 'Remove speaker: Tomas Brekke' }).waitFor()
    expect(new URL(page.url()).search).toBe('?q=summer&speaker=tomas-brekke')
    await page.getByRole('link', { name: 'Remove speaker: Tomas Brekke' }).click()
    await page.waitForURL(`${site}/?q=summer`)
    await context.close()
  })

  test('a token typed and sent is read out of the words, and the address says so', async ({ skip }) => {
    const { page, context } = await open(skip)
    await page.goto('/')
    const field = page.getByRole('combobox', { name: 'Search quotes' })
    await field.fill('speaker:"Ana Vidal Roche" ferry')
    await field.press('Enter')
    await page.waitForURL(`${site}/?q=ferry&speaker=ana-vidal-roche`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('26 quotes')
    await context.close()
  })

  test('names are found without their marks', async ({ skip }) => {
    const { page, context } = await open(skip)
    await page.goto('/?q=lucja+sorlie')
    expect(new Set(await page.locator('.quote-speaker').allTextContents())).toEqual(new Set(['Łucja Sørlie']))
    await context.close()
  })
})

describe('narrowing', () => {
  test('each facet value gives as many as it says, two of them their sum', async ({ skip }) => {
    const { page, context } = await open(skip)
    await page.goto('/?q=ferry')
    const total = async () =>
      Number((await page.getByRole('heading', { level: 1 }).textContent())?.match(/\d+/)?.[0])
    const outlet = (name: string) =>
      page.getByRole('group', { name: 'Source' }).locator('label', { hasText: name })
    const count = async (name: string) => Number(await outlet(name).locator('.tick-count').textContent())
    const [coast, north] = [await count('Coast Wire'), await count('North Post')]
    await outlet('Coast Wire').click()
    await page.getByRole('link', { name: 'Remove source: Coast Wire' }).waitFor()
    expect(await total()).toBe(coast)
    await outlet('North Post').click()
    await page.getByRole('link', { name: 'Remove source: North Post' }).waitFor()
    expect(await total()).toBe(coast + north)
    await page.goBack()
    await page.getByRole('link', { name: 'Remove source: North Post' }).waitFor({ state: 'detached' })
    expect(await total()).toBe(coast)
    await context.close()
  })

  test('dates are text: a year, a month, a day, and anything else is named', async ({ skip }) => {
    const { page, context } = await open(skip)
    await page.goto('/?q=ferry')
    await page.getByLabel('From', { exact: true }).fill('2024-06')
    await page.getByLabel('From', { exact: true }).press('Enter')
    await page.getByRole('link', { name: 'Remove from: June 2024' }).waitFor()
    await page.getByLabel('To', { exact: true }).fill('summer')
    await page.getByLabel('To', { exact: true }).press('Enter')
    await page.locator('#to-bad').waitFor()
    expect(await page.locator('#to-bad').textContent()).toBe(
      '“summer” is not a date. Write 2024, 2024-05 or 2024-05-03.',
    )
    await context.close()
  })

  test('older quotes come page by page, none twice, none left out', async ({ skip }) => {
    const { page, context } = await open(skip)
    await page.goto('/?q=ferry')
    const ids: string[] = []
    const collect = async () =>
      ids.push(...(await page.locator('.quote-open').evaluateAll((links) => links.map((link) => link.id))))
    await collect()
    while ((await page.getByRole('link', { name: 'Older' }).count()) > 0) {
      const first = await page.locator('.quote-open').first().getAttribute('id')
      await page.getByRole('link', { name: 'Older' }).click()
      await page.locator(`#${first}`).waitFor({ state: 'detached' })
      await collect()
    }
    expect(ids).toHaveLength(52)
    expect(new Set(ids).size).toBe(52)
    await context.close()
  })

  test('no results say what would find something', async ({ skip }) => {
    const { page, context } = await open(skip)
    await page.goto('/?q=ferry&status=verified')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('No quotes match.')
    await page.getByRole('link', { name: 'Without Verified: 52' }).click()
    await page.getByRole('heading', { name: '52 quotes' }).waitFor()
    await context.close()
  })
})

test('a shared address gives the same quotes to somebody else', async ({ skip }) => {
  const mine = await open(skip)
  await mine.page.goto('/')
  await mine.page.getByRole('combobox', { name: 'Search quotes' }).fill('fares')
  await mine.page.getByRole('combobox', { name: 'Search quotes' }).press('Enter')
  await mine.page.getByRole('group', { name: 'Source' }).locator('label', { hasText: 'Coast Wire' }).click()
  await mine.page.getByRole('link', { name: 'Remove source: Coast Wire' }).waitFor()
  const ids = () => mine.page.locator('.quote-open').evaluateAll((links) => links.map((link) => link.id))
  const theirs = await open(skip)
  await theirs.page.goto(mine.page.url())
  expect(
    await theirs.page.locator('.quote-open').evaluateAll((links) => links.map((link) => link.id)),
  ).toEqual(await ids())
  await mine.context.close()
  await theirs.context.close()
})

test('Back brings the list back, with its place and its focus', async ({ skip }) => {
  const { page, context } = await open(skip)
  await page.goto('/?q=ferry')
  const quote = page.locator('.quote-open').nth(14)
  const id = await quote.getAttribute('id')
  await quote.scrollIntoViewIfNeeded()
  const top = await page.evaluate<number>('scrollY')
  expect(top).toBeGreaterThan(500)
  await quote.click()
  await page.getByRole('heading', { name: 'In context' }).waitFor()
  expect(await page.evaluate<number>('scrollY')).toBe(0)
  await page.getByRole('link', { name: 'Back to results (15 of 52)' }).click()
  await page.getByRole('heading', { name: '52 quotes' }).waitFor()
  expect(await page.evaluate<string>('document.activeElement.id')).toBe(id)
  expect(Math.abs((await page.evaluate<number>('scrollY')) - top)).toBeLessThan(4)
  await context.close()
})

test('no character, caret or focus is lost while suggestions are late', async ({ skip }) => {
  const { page, context } = await open(skip)
  await page.route('**/trpc/search.suggest*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await route.continue()
  })
  await page.goto('/')
  const field = page.getByRole('combobox', { name: 'Search quotes' })
  await field.pressSequentially('ferry fares', { delay: 60 })
  await page.getByRole('heading', { name: /^\d+ quotes?$|^No quotes match\.$/ }).waitFor()
  await field.press('Home')
  await field.pressSequentially('the ', { delay: 60 })
  await page.waitForURL(/the\+ferry/)
  expect(await field.inputValue()).toBe('the ferry fares')
  expect(await page.evaluate<number>('document.activeElement.selectionStart')).toBe(4)
  await context.close()
})
