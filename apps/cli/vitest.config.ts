import { defineConfig } from 'vitest/config'

// Commands open real databases; on a busy machine that takes longer than the default of five seconds.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 } })
