import { existsSync } from 'node:fs'
import chromiumForLinux from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The first browser there is: the one named, the system's, Playwright's own, the packaged one; null: none starts. */
export async function findBrowser(): Promise<Browser | null> {
  const named = process.env['ONRECORD_CHROMIUM']
  for (const executablePath of [named, '/usr/bin/chromium', chromium.executablePath()]) {
    if (executablePath !== undefined && existsSync(executablePath))
      return chromium.launch({ executablePath, args: flags })
  }
  try {
    const args = [...chromiumForLinux.args.filter((arg) => !flags.includes(arg)), ...flags]
    return await chromium.launch({ executablePath: await chromiumForLinux.executablePath(), args })
  } catch (error) {
    if (process.env['CI'] === 'true')
      throw new Error('No browser starts here. Name one in ONRECORD_CHROMIUM.', { cause: error })
    return null
  }
}

/** A page of its own, whose errors and broken content policies fail the test that opened it. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text())
  })
  return { page, context, faults }
}
