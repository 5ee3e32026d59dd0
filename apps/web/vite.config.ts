import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

type Chunk = {
  file: string
  src?: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
  assets?: string[]
}

const CLIENT = 'src/entry-client.tsx'

/** Addresses of the client's built files, for the server entry: the client is built first. */
function builtAssets(): string {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(new URL('dist/client/.vite/manifest.json', import.meta.url), 'utf8'),
  )
  const entry = manifest[CLIENT]
  const icon = manifest['src/ui/icon.svg']
  if (entry === undefined || icon === undefined)
    throw new Error('The client is not built: run `pnpm --filter @onrecord/web build`.')
  return JSON.stringify({
    script: `/${entry.file}`,
    preloads: (entry.imports ?? []).flatMap((name) => manifest[name]?.file ?? []).map((file) => `/${file}`),
    styles: (entry.css ?? []).map((file) => `/${file}`),
    icon: `/${icon.file}`,
  })
}

export default defineConfig(({ isSsrBuild }) => ({
  clearScreen: false,
  define: isSsrBuild ? { BUILT_ASSETS: builtAssets(), 'process.env.NODE_ENV': '"production"' } : {},
  // Everything goes into the server entry: it is loaded by path, from wherever the build was copied to.
  ssr: { noExternal: true },
  build: isSsrBuild
    ? { outDir: 'dist/server', emptyOutDir: true, target: 'node24' }
    : {
        outDir: 'dist/client',
        emptyOutDir: true,
        manifest: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        target: 'es2023',
        rolldownOptions: { input: [CLIENT, 'src/ui/icon.svg'] },
      },
}))
