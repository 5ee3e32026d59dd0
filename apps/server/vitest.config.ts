import { defineConfig } from 'vitest/config'

// Servers and processes of their own are started: on a busy machine that takes longer than the default allows.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } })
