import { defineConfig } from 'vitest/config'

// Tests start processes and threads and wait for the disk: on a busy machine one may take a while, and none is timed.
export default defineConfig({ test: { testTimeout: 120_000 } })
