import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Property tests take their time on a busy machine; a test that hangs is still ended.
    testTimeout: 60_000,
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    restoreMocks: true,
    unstubGlobals: true,
  },
})
