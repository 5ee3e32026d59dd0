import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it that are missing, each by itself: asked to make all at once, the system tries for
 * ever where it lets nobody make any, as below /proc. Throws what the system throws.
 */
export function makeFolders(folder: string, mode: number): void {
  const missing: string[] = []
  for (let at = resolve(folder); !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at)
  for (const part of missing)
    try {
      mkdirSync(part, { mode })
    } catch (error) {
      // Another process made it a moment ago.
      if (!existsSync(part)) throw error
    }
}
