import { defineConfig } from 'vitest/config'

// Properties run long on a busy machine; no test asserts a time.
export default defineConfig({ test: { testTimeout: 60_000 } })
