import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findBrowser, openPage } from './browser.ts'

const site = inject('site')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
let browser: Browser | null = null
let pages: Record<string, string> = {}

beforeAll(async () => {
  browser = await findBrowser()
  pages = await everyPage()
})
afterAll(async () => {
  await browser?.close()
})

/** One address of every page, and of its states. */
async function everyPage(): Promise<Record<string, string>> {
  const zenz = await fetch(`${site}/?q=zenz`).then((answer) => answer.text())
  const statistics = await fetch(`${site}/statistics`).then((answer) => answer.text())
  const visitors = await fetch(`${site}/statistics?q=tourists`).then((answer) => answer.text())
  const first = (text: string, pattern: RegExp) => pattern.exec(text)?.[0] ?? ''
  return {
    first: '/',
    results: '/?q=ferry&source=coast-wire&from=2024',
    speaker: '/speakers/ana-vidal-roche',
    quote: first(zenz, /\/quotes\/quo_\w+/),
    source: first(zenz, /\/sources\/src_\w+/),
    statistics: '/statistics',
    statistic: first(statistics, /\/statistics\/sta_\w+/),
    series: first(visitors, /\/statistics\?measure=[^"]+/),
    elsewhere: first(visitors, /\/statistics\/sta_\w+/),
    about: '/about',
    zero: '/?q=ferry&status=verified',
    'not found': '/nowhere',
  }
}

const names = [
  'first',
  'results',
  'speaker',
  'quote',
  'source',
  'statistics',
  'statistic',
  'series',
  'elsewhere',
  'about',
  'zero',
  'not found',
]

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
)

test.for(names)(
  '%s has no accessibility fault and no sideways scroll, in light and dark, narrow and wide',
  async (name, { skip }) => {
    if (browser === null) return skip('needs a browser, absent here')
    const { page, context, faults } = await openPage(browser, { baseURL: site, reducedMotion: 'reduce' })
    await page.goto(pages[name] ?? '')
    // The content policy lets no page load other scripts, so axe is put in from outside.
    await page.evaluate(await readFile(axe, 'utf8'))
    for (const { colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      const sizes = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      )
      expect([width, sizes[0]]).toEqual([width, sizes[1]])
      const violations = await page.evaluate<
        string[]
      >(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ').slice(0, 600)))`)
      expect([colorScheme, width, violations]).toEqual([colorScheme, width, []])
    }
    expect(faults).toEqual([])
    await context.close()
    return undefined
  },
)

test('text at twice its size, and spaced out, scrolls no page sideways', async ({ skip }) => {
  if (browser === null) return skip('needs a browser, absent here')
  const { page, context } = await openPage(browser, {
    baseURL: site,
    viewport: { width: 640, height: 800 },
    bypassCSP: true,
  })
  for (const path of Object.values(pages)) {
    await page.goto(path)
    await page.addStyleTag({
      content:
        'html { font-size: 200% } * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    })
    const sizes = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    )
    expect([path, sizes[0]]).toEqual([path, sizes[1]])
  }
  await context.close()
  return undefined
})

test('a page asks no other host for anything', async ({ skip }) => {
  if (browser === null) return skip('needs a browser, absent here')
  const { page, context } = await openPage(browser, { baseURL: site })
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  for (const path of Object.values(pages)) await page.goto(path, { waitUntil: 'networkidle' })
  expect([...hosts]).toEqual([site])
  await context.close()
  return undefined
})

test('every alternate address of every page answers, with its type', async () => {
  for (const path of Object.values(pages)) {
    const html = await fetch(site + path).then((answer) => answer.text())
    for (const [, type = '', href = ''] of html.matchAll(
      /<link rel="alternate" type="([^"]+)" href="([^"]+)"/g,
    )) {
      const answer = await fetch(site + href.replaceAll('&amp;', '&'))
      expect([href, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
        href,
        200,
        type,
      ])
    }
  }
})

test('script and style keep to their budget, and About has no script', async () => {
  const client = fileURLToPath(new URL('../dist/client/assets', import.meta.url))
  const files = await readdir(client)
  const weigh = async (ending: string) => {
    const sizes = await Promise.all(
      files
        .filter((file) => file.endsWith(ending))
        .map(async (file) => gzipSync(await readFile(`${client}/${file}`)).length),
    )
    return sizes.reduce((sum, size) => sum + size, 0)
  }
  expect(await weigh('.js')).toBeLessThanOrEqual(130_000)
  expect(await weigh('.css')).toBeLessThanOrEqual(16_000)
  expect(await fetch(`${site}/about`).then((answer) => answer.text())).not.toContain('<script')
  for (const path of Object.values(pages)) {
    const html = await fetch(site + path).then((answer) => answer.text())
    expect([path, gzipSync(html).length < 60_000]).toEqual([path, true])
  }
})

test('prints the largest contentful paint of each page on a slow line and a slow processor', async ({
  skip,
}) => {
  if (browser === null) return skip('needs a browser, absent here')
  for (const [name, path] of Object.entries(pages)) {
    const { page, context } = await openPage(browser, {
      baseURL: site,
      viewport: { width: 390, height: 844 },
    })
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 200_000,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(path, { waitUntil: 'load' })
    const paint = await page.evaluate<number>(`new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true })
    })`)
    console.log(`largest contentful paint, ${name}: ${Math.round(paint)} ms`)
    expect(paint).toBeGreaterThan(0)
    await context.close()
  }
  return undefined
})
