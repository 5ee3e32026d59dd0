import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findBrowser, openPage } from './browser.ts'
import { startSite } from './site.ts'

const site = inject('site')
let browser: Browser | null = null
beforeAll(async () => {
  browser = await findBrowser()
})
afterAll(async () => {
  await browser?.close()
})

async function open(skip: (note: string) => void, options: Parameters<typeof openPage>[1] = {}) {
  if (browser === null) {
    skip('needs a browser, absent here')
    throw new Error('unreachable')
  }
  return openPage(browser, { baseURL: site, ...options })
}

describe('reading', () => {
  test('a quote opens in its context and leads to its place in the article', async ({ skip }) => {
    const { page, context, faults } = await open(skip)
    await page.goto('/?q=zenz')
    await page.locator('.quote-open', { hasText: 'Rural south Xinjiang' }).click()
    await page.getByRole('heading', { name: 'In context' }).waitFor()
    expect(await page.locator('.passage .m-verbatim').allTextContents()).toEqual([
      'Rural south Xinjiang poor households are core target of the internment campaign,',
    ])
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')
    expect(await page.locator('script[type="application/ld+json"]').count()).toBe(0)
    await page.getByRole('link', { name: 'The whole article, as captured' }).click()
    await page.locator('.found').waitFor()
    const mark = page.locator('.m:target, .m:focus').first()
    expect(await mark.textContent()).toContain('Rural south Xinjiang')
    expect(await mark.boundingBox().then((box) => box !== null && box.y >= 0 && box.y < 900)).toBe(true)
    expect(faults).toEqual([])
    await context.close()
  })

  test('what is copied from an article is its text, without the labels', async ({ skip }) => {
    const { page, context } = await open(skip)
    await page.goto('/?q=zenz')
    await page.locator('.quote-source').first().click()
    await page.locator('.article').waitFor()
    const copied = await page.evaluate<string>(`(() => {
      const selection = getSelection()
      selection.selectAllChildren(document.querySelector('.article p'))
      return selection.toString()
    })()`)
    expect(copied).toContain('said the number instead “gives us a possible scope')
    expect(copied).not.toMatch(/q\d/)
    await context.close()
  })

  test('a citation is copied, and where the clipboard is closed it is selected', async ({ skip }) => {
    const { page, context } = await open(skip)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/?q=zenz')
    await page.locator('.quote-open').first().click()
    const copy = page.getByRole('button', { name: 'Copy citation' }).first()
    await copy.click()
    await page.getByText('Copied.').waitFor()
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain('Not yet checked')
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))")
    await copy.click()
    await page.getByText('Press Ctrl+C (⌘C) to copy.').waitFor()
    expect(await page.evaluate<string>('getSelection().toString()')).toContain('Adrian Zenz')
    await context.close()
  })

  test('words of a source are text, never HTML', async ({ skip }) => {
    const { page, context, faults } = await open(skip)
    for (const path of ['/?q=bold', '/speakers/piers-wrenfield']) {
      await page.goto(path)
      expect(await page.locator('.quote-open').first().textContent()).toContain('<script>alert(1)</script>')
    }
    await page.locator('.quote-source').first().click()
    await page.locator('.article').waitFor()
    expect(await page.locator('.article').textContent()).toContain('<b>bold</b>')
    await page.goto(`/?q=${encodeURIComponent('"\'--</script><img src=x onerror=alert(1)>* NEAR( 😀')}`)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(faults).toEqual([])
    await context.close()
  })

  test('figures that disagree are shown side by side, and by period', async ({ skip }) => {
    const { page, context, faults } = await open(skip)
    await page.goto('/statistics?q=tourists')
    await page.getByRole('link', { name: '1 disagreement' }).click()
    expect(await page.locator('.disagreement .told-head').count()).toBe(3)
    await page
      .getByRole('link', { name: /^tourists/i })
      .first()
      .click()
    await page.locator('.period-chart').waitFor()
    expect(await page.locator('.period-chart svg a').count()).toBe(6)
    await page.getByRole('link', { name: 'Value', exact: true }).click()
    await page.locator('th[aria-sort="descending"]').waitFor()
    expect(await page.locator('.stat-surface').first().textContent()).toBe('At least 1.4 million tourists')
    await page.locator('.period-chart a', { hasText: 'boat operators' }).click()
    await page.getByRole('heading', { name: 'The same figure elsewhere' }).waitFor()
    expect(await page.locator('.relation').allTextContents()).toEqual(['differs', 'differs'])
    expect(faults).toEqual([])
    await context.close()
  })

  test('statistics lead to the words they stand in', async ({ skip }) => {
    const { page, context } = await open(skip)
    await page.goto('/statistics')
    await page.getByLabel('Measure or words').fill('2.4')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByRole('link', { name: /2\.4 million/ }).click()
    await page.getByRole('heading', { name: 'In context' }).waitFor()
    expect(await page.locator('.passage .m-statistic').textContent()).toContain('2.4 million')
    await context.close()
  })
})

test('by keyboard alone: search, go through the quotes, open one, cite it, go back', async ({ skip }) => {
  const { page, context } = await open(skip)
  const focused = () => page.evaluate<string>('document.activeElement.id')
  await page.goto('/')
  await page.keyboard.press('Tab')
  expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Skip to the content')
  await page.keyboard.press('/')
  expect(await focused()).toBe('q')
  await page.keyboard.type('zenz', { delay: 30 })
  await page.getByRole('heading', { name: /^\d+ quotes$/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Search quotes' }).evaluate((field) => field.blur())
  await page.keyboard.press('j')
  const first = await focused()
  await page.keyboard.press('j')
  expect(await focused()).not.toBe(first)
  await page.keyboard.press('k')
  expect(await focused()).toBe(first)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'In context' }).waitFor()
  expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('H1')
  await page.keyboard.press('c')
  await page.getByText(/Copied\.|to copy\./).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
  await page.goBack()
  await page.getByRole('heading', { name: /^\d+ quotes$/ }).waitFor()
  expect(await focused()).toBe(first)
  await context.close()
})

test('without script: search, tick a facet, apply, next page, open a quote, see context and citations', async ({
  skip,
}) => {
  const { page, context } = await open(skip, { javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('searchbox', { name: 'Search quotes' }).fill('ferry')
  await page.getByRole('button', { name: 'Search' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('52 quotes')
  await page.getByRole('checkbox', { name: /Ana Vidal Roche/ }).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('26 quotes')
  await page.getByRole('link', { name: 'Older' }).click()
  expect(await page.locator('.quote-card').count()).toBe(6)
  await page.locator('.quote-open').first().click()
  expect(await page.locator('.passage .m-verbatim').count()).toBeGreaterThan(0)
  expect(await page.locator('.citations details').count()).toBe(4)
  await page.getByText('BibTeX', { exact: true }).first().click()
  expect(await page.locator('#citation-bibtex').isVisible()).toBe(true)
  await context.close()
})

test('when the server stops, what was loaded stays and a new search says what happened', async ({ skip }) => {
  if (browser === null) return skip('needs a browser, absent here')
  const server = await startSite()
  const { page, context } = await openPage(browser, { baseURL: server.url })
  await page.goto('/?q=zenz')
  await page.waitForFunction('document.querySelector("#q").getAttribute("role") === "combobox"')
  await server.close()
  await page.getByRole('combobox', { name: 'Search quotes' }).fill('ferry')
  await page.getByRole('alert').getByText('Could not refresh the results.').waitFor()
  expect(await page.locator('.quote-card').count()).toBeGreaterThan(0)
  expect(await page.getByRole('combobox', { name: 'Search quotes' }).inputValue()).toBe('ferry')
  // The same address again, as after a restart.
  const again = await startSite({ port: new URL(server.url).port })
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: '52 quotes' }).waitFor()
  expect(await page.getByRole('alert').textContent()).toBe('')
  await context.close()
  await again.close()
  return undefined
})

test('an empty database says how it is filled', async ({ skip }) => {
  if (browser === null) return skip('needs a browser, absent here')
  const server = await startSite({ empty: true })
  const { page, context, faults } = await openPage(browser, { baseURL: server.url })
  await page.goto('/')
  await page.getByText('Nothing here yet.').waitFor()
  await page.goto('/statistics')
  await page.getByText('Nothing here yet.').waitFor()
  expect(faults).toEqual([])
  await context.close()
  await server.close()
  return undefined
})
