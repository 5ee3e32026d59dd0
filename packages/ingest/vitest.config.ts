import { defineConfig } from 'vitest/config'

// Pages of a hundred thousand elements take seconds where several packages are tested at once.
export default defineConfig({ test: { testTimeout: 60_000 } })
