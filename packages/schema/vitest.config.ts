import { defineConfig } from 'vitest/config'

// Properties and packing take seconds on a busy machine; no test waits for time to pass.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 180_000 } })
