import { defineConfig } from 'vitest/config'

// On a busy machine a test may take longer than the default of five seconds; none of them measures time.
export default defineConfig({ test: { testTimeout: 120_000 } })
