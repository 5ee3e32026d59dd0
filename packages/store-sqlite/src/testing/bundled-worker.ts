import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll } from 'vitest'

/**
 * Bundles the code of the threads as a program that uses this package would, and gives its address. Started from
 * source each thread reads some hundred modules; bundled it reads one.
 */
export async function bundledWorker(): Promise<URL> {
  const folder = new URL(`../../.cache/worker-${process.pid}/`, import.meta.url)
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('../worker.ts', import.meta.url)),
      outDir: fileURLToPath(folder),
      target: 'node24',
      rollupOptions: { output: { entryFileNames: 'store-worker.js' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return new URL('store-worker.js', folder)
}
