import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url))

// One file for the command and one for the store's threads, everything inside but the database's native part:
// starting from source would strip the types of some hundred files first, in each thread again.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        onrecord: path('src/main.ts'),
        'store-worker': path('../../packages/store-sqlite/src/worker.ts'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        banner:
          "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
      },
    },
  },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  plugins: [
    {
      name: 'copy-what-is-read-at-run-time',
      closeBundle() {
        cpSync(path('../../packages/store-sqlite/migrations'), path('dist/migrations'), { recursive: true })
      },
    },
  ],
})
